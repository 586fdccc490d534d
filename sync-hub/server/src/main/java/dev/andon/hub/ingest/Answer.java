package dev.andon.hub.ingest;

import dev.andon.protocol.Ack;

/// What a node is to be told now that its events are committed.
///
/// @param node to tell
/// @param ack the answer
public record Answer(String node, Ack ack) {}
