package dev.andon.node.web;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.SinkConverter;

import java.util.function.Consumer;

/// Sends the spoken reply as binary messages of 16-bit PCM in one format.
final class SocketSink implements AudioSink {
    /// Announced in each `speaking` event.
    static final AudioFormat FORMAT = AudioFormat.SPEECH;

    private final Consumer<byte[]> out;
    private final SinkConverter converter = new SinkConverter(FORMAT);

    SocketSink(Consumer<byte[]> out) {
        this.out = out;
    }

    @Override
    public void play(AudioChunk chunk) {
        send(converter.convert(chunk));
    }

    /// Sends what the converter still holds.
    void flush() {
        send(converter.flush());
    }

    @Override
    public void close() {
        flush();
    }

    private void send(byte[] pcm) {
        if (pcm.length > 0) {
            out.accept(pcm);
        }
    }
}
