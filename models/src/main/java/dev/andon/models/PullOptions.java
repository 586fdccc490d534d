package dev.andon.models;

import org.jspecify.annotations.Nullable;

/// How to pull.
///
/// @param from a mirror instead of the publisher: the address or the folder below which the files
///     lie as `MODEL/PATH`; in a folder plain `PATH` is found too. Null for the publisher
/// @param trustFirstUse accept a file whose hash nobody has verified, and hold it to that hash from
///     then on
public record PullOptions(@Nullable String from, boolean trustFirstUse) {
    /// From the publisher, known hashes only.
    public static PullOptions strict() {
        return new PullOptions(null, false);
    }
}
