package dev.andon.node.audio;

import org.jspecify.annotations.Nullable;

/// Sound to be pulled. Closing it stops the producer (that is barge-in).
public interface AudioSource extends AutoCloseable {
    /// The format of every chunk.
    AudioFormat format();

    /// The next chunk, waiting for it if need be; null at the end.
    ///
    /// @throws dev.andon.knowledge.StageException `audio`: the sound cannot be read
    @Nullable AudioChunk read();

    @Override
    void close();
}
