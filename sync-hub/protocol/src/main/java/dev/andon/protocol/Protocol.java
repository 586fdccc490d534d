package dev.andon.protocol;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/// Versions and bounds of the contract.
public final class Protocol {
    /// The versions that this code speaks.
    public static final List<Integer> VERSIONS = List.of(1);

    /// No message is larger, packed or as it stands.
    public static final int MESSAGE_BYTES_MAX = 128 * 1024;

    /// What a packed batch may unpack to.
    public static final int UNPACKED_BYTES_MAX = 4 * 1024 * 1024;

    /// Events in one batch.
    public static final int EVENTS_MAX = 500;

    /// Characters of an event as JSON.
    public static final int EVENT_CHARS_MAX = 64 * 1024;

    /// Names, values, braces and brackets in one message: this bounds the memory that reading one
    /// takes, whatever it says.
    public static final int TOKENS_MAX = 300_000;

    /// How deep its objects and lists may lie in one another.
    public static final int DEPTH_MAX = 64;

    /// Bytes of a signed manifest.
    public static final int MANIFEST_BYTES_MAX = 4 * 1024;

    private Protocol() {}

    /// The highest version that both speak; empty: they cannot talk.
    public static OptionalInt common(Collection<Integer> theirs) {
        return VERSIONS.stream().filter(theirs::contains).mapToInt(Integer::intValue).max();
    }
}
