package dev.andon.node.incident;

/// What became of an opening.
///
/// @param incident that it opened, or that was open already and is the same stop
/// @param joined true: it was open already
public record Joined(Incident incident, boolean joined) {}
