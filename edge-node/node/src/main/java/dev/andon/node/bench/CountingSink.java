package dev.andon.node.bench;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioSink;

import java.time.Duration;

/// Takes sound as fast as it comes and only measures how long it would last.
final class CountingSink implements AudioSink {
    private Duration played = Duration.ZERO;

    @Override
    public void play(AudioChunk chunk) {
        played = played.plus(chunk.duration());
    }

    double seconds() {
        return played.toNanos() / 1e9;
    }

    @Override
    public void close() {}
}
