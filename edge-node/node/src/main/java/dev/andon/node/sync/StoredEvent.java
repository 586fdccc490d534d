package dev.andon.node.sync;

/// An event as it lies in the outbox.
///
/// @param seq its number
/// @param json its text, sent as it is, see [dev.andon.protocol.EventCodec#text]
public record StoredEvent(long seq, String json) {}
