package dev.andon.protocol.fact;

import org.jspecify.annotations.Nullable;

/// Something changed in how the node is: an engine failed or came back, the disk ran low.
///
/// @param subject `engine/store`, `disk`, `clock`, `outbox`
/// @param state `ok`, `degraded`, `failed`
/// @param detail for a person; null if there is nothing to say
public record HealthFact(String subject, String state, @Nullable String detail) implements Fact {
    @Override
    public String kind() {
        return "health";
    }
}
