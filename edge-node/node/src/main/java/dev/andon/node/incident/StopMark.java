package dev.andon.node.incident;

import org.jspecify.annotations.Nullable;

/// Where an incident belongs.
///
/// @param reopens id of the incident that it continues; null if it continues none
/// @param micro whether it belongs to a micro-stop
public record StopMark(@Nullable String reopens, boolean micro) {
    static final StopMark NONE = new StopMark(null, false);
}
