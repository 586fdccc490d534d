package dev.andon.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Something that must not end up in a log: printing it shows stars.
public final class Secret {
    private final String value;

    /// @param value printable
    public Secret(String value) {
        this.value = value;
    }

    /// The secret itself. Hand it to what needs it and to nothing else.
    public String reveal() {
        return value;
    }

    /// Compares in constant time, so that the time of an answer tells nothing.
    public boolean matches(String offered) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && matches(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
