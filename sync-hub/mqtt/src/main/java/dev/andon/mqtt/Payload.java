package dev.andon.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of a message. Immutable: what comes in and goes out is copied.
public final class Payload {
    /// No bytes.
    public static final Payload EMPTY = new Payload(new byte[0]);

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /// These bytes.
    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone());
    }

    /// A text, UTF-8.
    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// How many there are.
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }
}
