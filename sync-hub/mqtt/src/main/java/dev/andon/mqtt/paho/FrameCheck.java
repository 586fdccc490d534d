package dev.andon.mqtt.paho;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Takes from a frame what Paho 1.2.5 cannot read, without changing its length.
///
/// - A message whose properties Paho would die of (correlation data from 32 KiB, control
///   characters, a property twice): its properties become the begin of its payload. It arrives as
///   garbage and is refused as such, instead of coming again for ever.
/// - A topic with control characters: they become question marks.
/// - The broker's word that it takes topic aliases: unsaid. Paho's are wrong after a full window.
/// - The broker's receive maximum: Paho reads it with a sign.
/// - The broker's answer to a publication, where Paho does not know it and would end the
///   connection: that it is too large (Mosquitto's `message_size_limit`; MQTT does not have that
///   answer there) becomes [#TOO_LARGE], any other a refusal without a reason.
final class FrameCheck {
    /// "Payload format invalid": free for another meaning, as we never state a format.
    static final int TOO_LARGE = 0x99;

    private static final int CONNACK = 2;
    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int PACKET_TOO_LARGE = 0x95;
    private static final int UNSPECIFIED = 0x80;
    private static final Set<Integer> KNOWN_TO_PAHO =
            Set.of(0x00, 0x10, UNSPECIFIED, 0x83, 0x87, 0x90, 0x97, TOO_LARGE);
    private static final int RECEIVE_MAXIMUM = 0x21;
    private static final int TOPIC_ALIAS_MAXIMUM = 0x22;
    private static final int CORRELATION = 0x09;
    private static final int SUBSCRIPTION = 0x0b;
    private static final int USER = 0x26;

    private FrameCheck() {}

    /// @param head bytes before the variable header
    /// @throws IOException its lengths do not fit: what follows cannot be read either
    static void makeHarmless(byte[] frame, int head) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(frame).position(head);
        try {
            switch ((frame[0] & 0xf0) >> 4) {
                case CONNACK -> limitConnack(buffer);
                case PUBLISH -> cleanPublish(buffer, (frame[0] & 0x06) >> 1);
                case PUBACK -> limitPuback(buffer);
                default -> {
                    // Nothing that other clients say is in it.
                }
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            throw new IOException("The broker sends a frame whose lengths do not fit.", e);
        }
    }

    /// Whether MQTT and Paho take a text.
    static boolean harmless(String text) {
        return text.codePoints().noneMatch(FrameCheck::forbidden);
    }

    private static boolean forbidden(int c) {
        return Character.isISOControl(c)
                || c >= 0xd800 && c <= 0xdfff
                || c >= 0xfdd0 && c <= 0xfdef
                || (c & 0xfffe) == 0xfffe;
    }

    private static void limitConnack(ByteBuffer buffer) {
        buffer.position(buffer.position() + 2);
        if (!buffer.hasRemaining()) {
            return;
        }
        int end = variable(buffer) + buffer.position();
        while (buffer.position() < end) {
            int id = buffer.get();
            int at = buffer.position();
            if (id == TOPIC_ALIAS_MAXIMUM) {
                buffer.putShort(at, (short) 0);
            } else if (id == RECEIVE_MAXIMUM && buffer.getShort(at) < 0) {
                buffer.putShort(at, Short.MAX_VALUE);
            }
            skip(buffer, id);
        }
    }

    private static void limitPuback(ByteBuffer buffer) {
        int at = buffer.position() + Short.BYTES;
        if (at == buffer.limit()) {
            return;
        }
        int reason = Byte.toUnsignedInt(buffer.get(at));
        if (reason == PACKET_TOO_LARGE) {
            buffer.put(at, (byte) TOO_LARGE);
        } else if (!KNOWN_TO_PAHO.contains(reason)) {
            buffer.put(at, (byte) UNSPECIFIED);
        }
    }

    private static void cleanPublish(ByteBuffer buffer, int qos) {
        cleanTopic(buffer);
        if (qos > 0) {
            buffer.getShort();
        }
        int length = buffer.position();
        int end = variable(buffer) + buffer.position();
        if (!readable(buffer, end)) {
            emptied(buffer, length);
        }
    }

    /// Byte for byte, so that the frame keeps its length: what is not plain ASCII goes too.
    private static void cleanTopic(ByteBuffer buffer) {
        int start = buffer.position() + Short.BYTES;
        if (harmless(text(buffer))) {
            return;
        }
        for (int i = start; i < buffer.position(); i++) {
            byte c = buffer.get(i);
            if (c < 0x20 || c == 0x7f) { // above 0x7f a byte is negative
                buffer.put(i, (byte) '?');
            }
        }
    }

    private static boolean readable(ByteBuffer buffer, int end) {
        long seen = 0;
        while (buffer.position() < end) {
            int id = buffer.get();
            boolean again = (seen & 1L << id) != 0;
            if (again && id != USER && id != SUBSCRIPTION) {
                return false;
            }
            seen |= 1L << id;
            if (!propertyReadable(buffer, id)) {
                return false;
            }
        }
        return buffer.position() == end;
    }

    private static boolean propertyReadable(ByteBuffer buffer, int id) {
        return switch (id) {
            case 0x03, 0x08 -> harmless(text(buffer));
            case CORRELATION -> blob(buffer) <= Short.MAX_VALUE;
            case USER -> {
                String name = text(buffer);
                yield harmless(name + text(buffer));
            }
            case 0x01, 0x02, SUBSCRIPTION, 0x23 -> {
                skip(buffer, id);
                yield true;
            }
            default -> false;
        };
    }

    /// A length of nothing, as long as the length that stood there.
    private static void emptied(ByteBuffer buffer, int at) {
        int i = at;
        while (buffer.get(i) < 0) {
            buffer.put(i++, (byte) 0x80);
        }
        buffer.put(i, (byte) 0);
    }

    /// Goes past the value of a property (MQTT 5, table 2-4).
    private static void skip(ByteBuffer buffer, int id) {
        switch (id) {
            case 0x01, 0x17, 0x19, 0x24, 0x25, 0x28, 0x29, 0x2a -> forward(buffer, 1);
            case 0x13, RECEIVE_MAXIMUM, TOPIC_ALIAS_MAXIMUM, 0x23 -> forward(buffer, 2);
            case 0x02, 0x11, 0x18, 0x27 -> forward(buffer, 4);
            case SUBSCRIPTION -> variable(buffer);
            case USER -> {
                blob(buffer);
                blob(buffer);
            }
            default -> blob(buffer);
        }
    }

    private static void forward(ByteBuffer buffer, int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    private static int blob(ByteBuffer buffer) {
        int length = Short.toUnsignedInt(buffer.getShort());
        forward(buffer, length);
        return length;
    }

    private static String text(ByteBuffer buffer) {
        int start = buffer.position() + Short.BYTES;
        int length = blob(buffer);
        return new String(buffer.array(), start, length, StandardCharsets.UTF_8);
    }

    private static int variable(ByteBuffer buffer) {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
