package dev.andon.protocol;

import dev.andon.protocol.fact.Fact;

/// One fact with its place in the node's outbox. (node, epoch, seq) is its identity for ever.
///
/// @param seq from 1, without holes
/// @param at the node's wall clock when it was written, UTC milliseconds
/// @param boot of the computer that wrote it, so that `upMs` of two events can be compared
/// @param upMs milliseconds since that boot; no setting of the clock moves it
/// @param fact what happened
public record Event(long seq, long at, String boot, long upMs, Fact fact) {}
