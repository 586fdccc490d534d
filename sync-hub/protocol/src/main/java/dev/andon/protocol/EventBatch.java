package dev.andon.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Node to hub: events in the order of their numbers, and the numbers that will never come.
///
/// @param node that they happened on
/// @param epoch of its outbox, 16 hexadecimal digits
/// @param events by ascending number
/// @param gone ranges that the node gave up, each told until the hub has it
/// @param clock what the node knows of its own clock; null before the first answer of the hub
public record EventBatch(
        String node,
        String epoch,
        List<Event> events,
        List<Gone> gone,
        @Nullable ClockReading clock)
        implements SyncMessage {
    public EventBatch {
        Names.name(node);
        events = List.copyOf(events);
        gone = List.copyOf(gone);
    }

    /// Numbers that will never come: a turn that was dropped for want of disk, or a transcript that
    /// ran out of its days before the hub could be reached. Other facts are among them only where
    /// they cannot be sent at all.
    ///
    /// @param from first number
    /// @param to last number
    /// @param kind of what was lost, `turn`; `unknown` if the node does not know any more
    /// @param reason `disk` or `expired`; `too-large`: no message can carry it; `not-kept`: the hub
    ///     asks for what it once had, and the node has it no more
    public record Gone(long from, long to, String kind, String reason) {}
}
