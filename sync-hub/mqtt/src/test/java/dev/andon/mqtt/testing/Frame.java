package dev.andon.mqtt.testing;

import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One frame of MQTT 5 as it passes.
final class Frame {
    private static final int PUBLISH = 3;
    private static final int DUPLICATE = 0x08;
    private static final int BYTES_MAX = 16 * 1024 * 1024;

    private final int first;
    private final byte[] body;

    private Frame(int first, byte[] body) {
        this.first = first;
        this.body = body;
    }

    /// The next one; empty at the end.
    static Optional<Frame> read(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.read();
            if (next < 0 || shift > 21) {
                throw new EOFException("a head without its length");
            }
            length |= (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        if (length > BYTES_MAX) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] body = new byte[length];
        new DataInputStream(in).readFully(body);
        return Optional.of(new Frame(first, body));
    }

    void write(OutputStream out) throws IOException {
        out.write(bytes());
        out.flush();
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(5 + body.length).put((byte) first);
        int left = body.length;
        do {
            buffer.put((byte) (left & 0x7f | (left > 0x7f ? 0x80 : 0)));
            left >>>= 7;
        } while (left > 0);
        buffer.put(body).flip();
        byte[] all = new byte[buffer.remaining()];
        buffer.get(all);
        return all;
    }

    boolean publish() {
        return (first & 0xf0) >> 4 == PUBLISH;
    }

    /// The same, sent again as MQTT wants it.
    Frame again() {
        return qos() > 0 ? new Frame(first | DUPLICATE, body) : this;
    }

    /// What a PUBLISH says: topic, payload, quality, whether retained.
    Publication publication() {
        ByteBuffer buffer = ByteBuffer.wrap(body);
        byte[] topic = new byte[Short.toUnsignedInt(buffer.getShort())];
        buffer.get(topic);
        if (qos() > 0) {
            buffer.getShort();
        }
        int properties = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer.get();
            properties |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        buffer.position(buffer.position() + properties);
        byte[] payload = new byte[buffer.remaining()];
        buffer.get(payload);
        Publication said =
                new Publication(
                        new String(topic, StandardCharsets.UTF_8),
                        Payload.of(payload),
                        Math.min(1, qos()),
                        false,
                        null,
                        null,
                        null,
                        null,
                        java.util.Map.of());
        return (first & 1) == 1 ? said.retained() : said;
    }

    private int qos() {
        return (first & 0x06) >> 1;
    }
}
