package dev.andon.hub.fleet;

import dev.andon.protocol.Ack.Range;
import dev.andon.protocol.NodeStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A node as the hub knows it. Times are UTC milliseconds by the hub's clock unless said.
///
/// @param node its id
/// @param online whether it is connected
/// @param changedAt when it last came or went; null if it never said how it stands
/// @param heardAt when the hub last heard of it, in whichever way
/// @param status what it last said of itself while it was online; null if it never did
/// @param lagMs how long the oldest event has waited that the node had and the hub has not; 0: none
///     waits as far as the hub knows; null: the hub does not know
/// @param outboxes what the hub has of each of its outboxes, the one heard of last first
/// @param health its latest word on each subject
/// @param deadLetters that the hub could not take, by code
/// @param cloneAlarms two boxes write as this one
public record FleetNode(
        String node,
        boolean online,
        @Nullable Long changedAt,
        long heardAt,
        @Nullable NodeStatus status,
        @Nullable Long lagMs,
        List<OutboxView> outboxes,
        List<Health> health,
        List<Letters> deadLetters,
        List<CloneAlarm> cloneAlarms) {
    public FleetNode {
        outboxes = List.copyOf(outboxes);
        health = List.copyOf(health);
        deadLetters = List.copyOf(deadLetters);
        cloneAlarms = List.copyOf(cloneAlarms);
    }

    /// Dead letters of all codes.
    public long letters() {
        return deadLetters.stream().mapToLong(Letters::count).sum();
    }

    /// Events that will never come, of all its outboxes.
    public long lost() {
        return outboxes.stream().mapToLong(OutboxView::lost).sum();
    }

    /// @param epoch of the outbox
    /// @param committedThrough every number up to this one is here, or will never come
    /// @param highest number that the hub has seen
    /// @param missing numbers between that the hub waits for
    /// @param gaps these, the first of them
    /// @param lost numbers that the node gave up and that did not come before
    /// @param lastAt when something of it came last
    public record OutboxView(
            String epoch,
            long committedThrough,
            long highest,
            long missing,
            List<Range> gaps,
            long lost,
            long lastAt) {
        public OutboxView {
            gaps = List.copyOf(gaps);
        }
    }

    /// @param subject `engine/store`, `disk`, `clock`, `outbox`
    /// @param state `ok`, `degraded`, `failed`
    /// @param at true time
    public record Health(String subject, String state, @Nullable String detail, long at) {}

    /// @param count those beyond the bound included
    public record Letters(String code, long count, long lastAt) {}

    /// @param events numbers that came with two contents
    public record CloneAlarm(String epoch, long firstAt, long lastAt, long events) {}
}
