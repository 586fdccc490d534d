package dev.andon.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class FramesTest {
    private static final byte[] PINGRESP = {(byte) 0xd0, 0};

    @Test
    void passesProperFramesUnchanged() throws IOException {
        byte[] stream =
                joined(
                        PINGRESP,
                        publish("a/b", properties(0x01, new byte[] {1}), "hello".getBytes()),
                        publish("a/ä", new byte[0], new byte[100_000]),
                        PINGRESP);
        assertThat(new Frames(new ByteArrayInputStream(stream)).readAllBytes()).isEqualTo(stream);
    }

    @Test
    void losesNothingToTimeOutsOfTheSocket() throws IOException {
        byte[] stream = joined(PINGRESP, publish("a/b", new byte[0], new byte[3_000]), PINGRESP);
        Frames frames = new Frames(new Slow(stream));
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        byte[] some = new byte[64];
        int timeOuts = 0;
        while (came.size() < stream.length) {
            try {
                int count = frames.read(some);
                came.write(some, 0, count);
            } catch (SocketTimeoutException e) {
                timeOuts++;
            }
        }
        assertThat(came.toByteArray()).isEqualTo(stream);
        assertThat(timeOuts).isGreaterThan(100);
        assertThat(frames.available()).isZero();
    }

    @Test
    void endsWhereTheStreamEnds() throws IOException {
        byte[] frame = publish("a/b", new byte[0], new byte[10]);
        byte[] torn = java.util.Arrays.copyOf(frame, frame.length - 1);
        assertThat(new Frames(new ByteArrayInputStream(torn)).read()).isEqualTo(-1);
        assertThat(new Frames(InputStream.nullInputStream()).read(new byte[8])).isEqualTo(-1);
    }

    @Test
    void refusesAFrameThatIsTooLong() {
        byte[] head = {0x30, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
        assertThatThrownBy(() -> new Frames(new ByteArrayInputStream(head)).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("268435455");
        byte[] endless = {0x30, -1, -1, -1, -1, -1};
        assertThatThrownBy(() -> new Frames(new ByteArrayInputStream(endless)).read())
                .isInstanceOf(IOException.class);
    }

    @Test
    void putsAnAnswerThatPahoKnowsForOneThatItDiesOf() throws IOException {
        assertThat(puback()).containsExactly(0x40, 2, 0, 7);
        assertThat(puback(0x87)).containsExactly(0x40, 3, 0, 7, 0x87);
        assertThat(puback(0x95)).containsExactly(0x40, 3, 0, 7, FrameCheck.TOO_LARGE);
        assertThat(puback(0x91, 0)).containsExactly(0x40, 4, 0, 7, 0x80, 0);
    }

    private static byte[] puback(int... rest) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(new byte[] {0x40, (byte) (2 + rest.length), 0, 7});
        for (int each : rest) {
            frame.write(each);
        }
        return new Frames(new ByteArrayInputStream(frame.toByteArray())).readAllBytes();
    }

    @Test
    void makesThePropertiesThatPahoDiesOfPartOfThePayload() throws IOException {
        byte[] longCorrelation = properties(0x09, blob(new byte[40_000]));
        byte[] twice = joined(properties(0x02, new byte[4]), properties(0x02, new byte[4]));
        byte[] control = properties(0x26, joined(blob("name".getBytes()), blob(new byte[] {7})));
        byte[] unknown = properties(0x7e, new byte[] {1, 2});
        for (byte[] properties : new byte[][] {longCorrelation, twice, control, unknown}) {
            byte[] frame = publish("a/b", properties, "rest".getBytes());
            byte[] came = new Frames(new ByteArrayInputStream(frame)).readAllBytes();

            assertThat(came).hasSameSizeAs(frame);
            int length = came.length - properties.length - 4;
            assertThat(came[length - 1]).as("the length of the properties ends in 0").isZero();
            assertThat(new String(came, StandardCharsets.ISO_8859_1)).endsWith("rest");
        }
    }

    @Test
    void takesControlCharactersFromATopic() throws IOException {
        byte[] frame = publish("a/\u0001ä/b\u009f", new byte[0], new byte[0]);
        byte[] came = new Frames(new ByteArrayInputStream(frame)).readAllBytes();

        assertThat(new String(came, StandardCharsets.UTF_8)).contains("a/???/b??");
    }

    @Test
    void unsaysTopicAliasesAndReadsTheReceiveMaximumWithoutASign() throws IOException {
        byte[] properties =
                joined(
                        properties(0x22, new byte[] {0, 10}),
                        properties(0x21, new byte[] {-1, -1}),
                        properties(0x12, blob("assigned".getBytes())),
                        properties(0x25, new byte[] {1}));
        byte[] connack = frame(0x20, joined(new byte[] {0, 0}, length(properties), properties));

        byte[] came = new Frames(new ByteArrayInputStream(connack)).readAllBytes();

        assertThat(came)
                .containsSubsequence((byte) 0x22, (byte) 0, (byte) 0, (byte) 0x21, (byte) 0x7f);
        assertThat(came).hasSameSizeAs(connack);
    }

    @Test
    void endsTheConnectionOnFramesWhoseLengthsDoNotFit() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            byte[] frame = frame(random.nextBoolean() ? 0x32 : 0x20, body);
            try {
                assertThat(new Frames(new ByteArrayInputStream(frame)).readAllBytes())
                        .hasSameSizeAs(frame);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("do not fit");
            }
        }
    }

    private static byte[] publish(String topic, byte[] properties, byte[] payload) {
        return frame(
                0x30,
                joined(
                        blob(topic.getBytes(StandardCharsets.UTF_8)),
                        length(properties),
                        properties,
                        payload));
    }

    private static byte[] properties(int id, byte[] value) {
        return joined(new byte[] {(byte) id}, value);
    }

    private static byte[] blob(byte[] bytes) {
        return joined(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length}, bytes);
    }

    private static byte[] frame(int first, byte[] body) {
        return joined(new byte[] {(byte) first}, length(body), body);
    }

    private static byte[] length(byte[] of) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int left = of.length;
        do {
            all.write(left & 0x7f | (left > 0x7f ? 0x80 : 0));
            left >>>= 7;
        } while (left > 0);
        return all.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /// A few bytes, then a time-out, and so on.
    private static final class Slow extends InputStream {
        private final ByteArrayInputStream in;
        private final Random random = new Random(3);
        private boolean late;

        Slow(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            late = !late;
            if (late) {
                throw new SocketTimeoutException("later");
            }
            return in.read(into, offset, Math.min(length, 1 + random.nextInt(20)));
        }
    }
}
