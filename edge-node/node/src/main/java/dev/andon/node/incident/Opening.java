package dev.andon.node.incident;

import org.jspecify.annotations.Nullable;

/// A request to open an incident.
///
/// @param id a UUID that the caller chose, so that he may ask again; null: one is made
/// @param machine id, name or alias
/// @param fault code, or what the register calls it; null if none is known
/// @param failedAt when the machine stopped, UTC milliseconds; null unless a machine or a person
///     said so
/// @param declaredAt when it was noticed; null: now
/// @param source who gives these times
/// @param origin by which way
public record Opening(
        @Nullable String id,
        String machine,
        @Nullable String fault,
        @Nullable Long failedAt,
        @Nullable Long declaredAt,
        Source source,
        Origin origin) {
    /// An incident on a machine, noticed now.
    public static Opening now(
            String machine, @Nullable String fault, Source source, Origin origin) {
        return new Opening(null, machine, fault, null, null, source, origin);
    }
}
