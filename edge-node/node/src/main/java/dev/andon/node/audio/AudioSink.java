package dev.andon.node.audio;

/// A place for sound to go: a file, a loudspeaker, a socket.
public interface AudioSink extends AutoCloseable {
    /// Takes a chunk, waiting while the sink is full. Chunks of one sink may change format; the
    /// sink converts.
    ///
    /// @throws dev.andon.knowledge.StageException `audio`: the sound cannot be written
    void play(AudioChunk chunk);

    /// Waits until everything taken has been heard or written, then releases the sink.
    @Override
    void close();
}
