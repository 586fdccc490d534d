package dev.andon.hub.ingest;

import org.jspecify.annotations.Nullable;

/// An event as the hub has it. Times are UTC milliseconds.
///
/// @param epoch of the outbox
/// @param seq number in it
/// @param kind of the fact
/// @param at by the node's clock
/// @param trueAt the same, put right
/// @param clock `right`, `off` or `unknown`
/// @param receivedAt by the hub's clock
/// @param json as it came; null once the days of its words are over
public record StoredEvent(
        String epoch,
        long seq,
        String kind,
        long at,
        long trueAt,
        String clock,
        long receivedAt,
        @Nullable String json) {
    /// Where an event stands among those of its node.
    ///
    /// @param epoch of the outbox
    /// @param seq number in it
    public record Place(String epoch, long seq) {}
}
