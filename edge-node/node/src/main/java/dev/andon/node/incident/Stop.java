package dev.andon.node.incident;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A standstill of a machine as the reports count it: one incident, or several that are one.
///
/// @param parts by their begin, one at least
/// @param from when it began, UTC milliseconds; null if no part says
/// @param to when the last part was restored; null while one is open
/// @param reopened whether it stopped again after it had been restored
/// @param micro whether it was shorter than a stop that counts
public record Stop(
        List<Incident> parts,
        @Nullable Long from,
        @Nullable Long to,
        boolean reopened,
        boolean micro) {
    public Stop {
        parts = List.copyOf(parts);
    }
}
