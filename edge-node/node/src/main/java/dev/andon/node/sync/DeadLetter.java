package dev.andon.node.sync;

/// An event that will not be sent again, kept for somebody to look at.
///
/// @param epoch of the outbox that it was in
/// @param seq its number there
/// @param kind of the fact
/// @param at the node's clock when it was written, UTC milliseconds
/// @param code why: the hub's, or `too-large` if no message can carry it
/// @param json its text
public record DeadLetter(String epoch, long seq, String kind, long at, String code, String json) {}
