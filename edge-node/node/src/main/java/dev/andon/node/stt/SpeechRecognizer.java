package dev.andon.node.stt;

import dev.andon.node.vad.Utterance;

/// Hears words. Safe to call from any thread; calls are served one at a time.
public interface SpeechRecognizer extends AutoCloseable {
    /// The words of the utterance; an empty text if there are none.
    ///
    /// @throws dev.andon.knowledge.StageException `recognition`: the engine failed
    Transcript transcribe(Utterance utterance, Expected expected);

    /// As above, where nothing was asked.
    default Transcript transcribe(Utterance utterance) {
        return transcribe(utterance, Expected.ANYTHING);
    }

    @Override
    void close();
}
