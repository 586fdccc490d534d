package dev.andon.node.sync;

/// What the will of a connection says, and what every status on it repeats.
///
/// @param epoch of the outbox when it began
/// @param since the node's clock then, UTC milliseconds; higher than that of every earlier one
record Connection(String epoch, long since) {}
