package dev.andon.node.turn;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSource;

import org.jspecify.annotations.Nullable;

/// Passes sound on and restarts the turn's clock at every chunk, so that the last one read is the
/// end of speech.
record ReleaseSource(AudioSource source, TurnClock clock) implements AudioSource {
    @Override
    public AudioFormat format() {
        return source.format();
    }

    @Override
    public @Nullable AudioChunk read() {
        AudioChunk chunk = source.read();
        clock.endOfSpeech();
        return chunk;
    }

    @Override
    public void close() {
        source.close();
    }
}
