package dev.andon.node.sync;

/// What the sync needs of the node's record.
///
/// @param outbox events that wait for the hub
/// @param facts where what the sync itself notices is written
/// @param clock of the computer
public record NodeStore(Outbox outbox, FactLog facts, NodeClock clock) {}
