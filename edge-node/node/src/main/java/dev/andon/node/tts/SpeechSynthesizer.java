package dev.andon.node.tts;

import java.util.Set;

/// Speaks. Safe to call from any thread; calls are served one at a time.
public interface SpeechSynthesizer extends AutoCloseable {
    /// Begins to speak; the first chunk may come before the last is computed.
    ///
    /// @param words plain words in the voice's language, as `SpokenForm` gives them
    /// @param pace how fast
    /// @throws dev.andon.knowledge.StageException `synthesis`: the engine failed
    Speech synthesize(String words, Pace pace);

    /// As above, as fast as the voice usually speaks.
    default Speech synthesize(String words) {
        return synthesize(words, Pace.USUAL);
    }

    /// BCP 47 languages that there is a voice for.
    Set<String> languages();

    @Override
    void close();
}
