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
    /// ran out of its days before the hub could be reached. Facts are never among them.
    ///
    /// @param from first number
    /// @param to last number
    /// @param kind of what was lost, `turn`
    /// @param reason `disk` or `expired`
    public record Gone(long from, long to, String kind, String reason) {}
}
