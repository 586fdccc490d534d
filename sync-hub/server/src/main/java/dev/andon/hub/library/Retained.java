package dev.andon.hub.library;

import java.nio.charset.StandardCharsets;

/// A signed message that the broker keeps for whoever comes later.
///
/// @param topic that it is kept at
/// @param envelope JSON
public record Retained(String topic, String envelope) {
    /// As it travels.
    public byte[] bytes() {
        return envelope.getBytes(StandardCharsets.UTF_8);
    }
}
