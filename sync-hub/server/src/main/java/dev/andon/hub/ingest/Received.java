package dev.andon.hub.ingest;

import dev.andon.mqtt.Payload;

/// A message as it came.
///
/// @param topic that it was sent to
/// @param payload a batch of events, or anything else
public record Received(String topic, Payload payload) {}
