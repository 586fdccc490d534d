package dev.andon.mqtt.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A client that says what no proper client says: any bytes as topic and properties. Plain TCP, no
/// session, QoS 1 with the identifier 1.
public final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    /// Connects without credentials.
    public RawClient(URI broker, String clientId) {
        try {
            socket = new Socket(broker.getHost(), broker.getPort());
            socket.setSoTimeout((int) TestBroker.START_MAX.toMillis());
            out = socket.getOutputStream();
            in = new DataInputStream(socket.getInputStream());
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 60, 0});
            body.writeBytes(text(clientId.getBytes(StandardCharsets.UTF_8)));
            send(0x10, body.toByteArray());
            answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Publishes with QoS 1 and waits for the broker's answer.
    ///
    /// @param properties without their length
    /// @return whether the broker answered at all, rather than ending the connection
    public boolean publish(byte[] topic, byte[] properties, byte[] payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text(topic));
        body.writeBytes(new byte[] {0, 1});
        body.writeBytes(length(properties.length));
        body.writeBytes(properties);
        body.writeBytes(payload);
        try {
            send(0x32, body.toByteArray());
            return answer() == 4;
        } catch (IOException e) {
            return false;
        }
    }

    /// A text or blob with its length before it.
    public static byte[] text(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes.length >> 8);
        all.write(bytes.length);
        all.writeBytes(bytes);
        return all.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(int first, byte[] body) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        frame.writeBytes(length(body.length));
        frame.writeBytes(body);
        out.write(frame.toByteArray());
        out.flush();
    }

    private int answer() throws IOException {
        int kind = in.readUnsignedByte() >> 4;
        in.readNBytes(in.readUnsignedByte());
        return kind;
    }

    private static byte[] length(int bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int left = bytes;
        do {
            all.write(left & 0x7f | (left > 0x7f ? 0x80 : 0));
            left >>>= 7;
        } while (left > 0);
        return all.toByteArray();
    }
}
