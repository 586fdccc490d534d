package dev.andon.node.incident;

import org.jspecify.annotations.Nullable;

/// An opening that meant a stop which was open already: it opened nothing.
///
/// @param id of that opening, a UUID by which a repeated request is known
/// @param origin by which way it came
/// @param failedAt when the machine stopped, as that opening said, UTC milliseconds; null if it
///     did not say
/// @param opening what it asked for
public record Joining(String id, Origin origin, @Nullable Long failedAt, String opening) {}
