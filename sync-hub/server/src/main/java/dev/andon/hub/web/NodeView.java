package dev.andon.hub.web;

import dev.andon.protocol.NodeStatus.DiskState;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.NodeStatus.Installed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A node, as the API shows it: what it said of itself, and what the hub has of it.
///
/// @param state `online`, `offline`, `never-seen` (it has credentials), `invited`, `not-enrolled`
///     (heard of, without credentials of this hub)
/// @param enrolled when it got its credentials
/// @param invitedUntil until when its code is good
/// @param changed when it came or went last
/// @param heard when the hub last heard of it
/// @param lagMs how long its oldest event has waited; 0: none waits; null: unknown
/// @param queue what waits at the node
/// @param events what the hub has of it
/// @param installed of the library
/// @param embedder fingerprint of what makes its vectors
/// @param clockOffsetMs the hub's clock less its own
/// @param engines as it last said
/// @param health its latest word on each subject
/// @param deadLetters events of it that the hub could not take
/// @param cloneAlarms two boxes write as this one
public record NodeView(
        String node,
        String state,
        @Nullable Instant enrolled,
        @Nullable Instant invitedUntil,
        @Nullable Instant changed,
        @Nullable Instant heard,
        @Nullable String version,
        @Nullable Long lagMs,
        @Nullable Queue queue,
        Events events,
        List<Installed> installed,
        List<String> models,
        @Nullable String embedder,
        @Nullable Long clockOffsetMs,
        @Nullable DiskState disk,
        List<EngineState> engines,
        List<Subject> health,
        List<Letters> deadLetters,
        List<CloneAlarm> cloneAlarms) {
    public NodeView {
        installed = List.copyOf(installed);
        models = List.copyOf(models);
        engines = List.copyOf(engines);
        health = List.copyOf(health);
        deadLetters = List.copyOf(deadLetters);
        cloneAlarms = List.copyOf(cloneAlarms);
    }

    /// @param rows events that the hub has not committed
    /// @param oldest when the oldest was written, by the node's clock
    /// @param droppedTurns given up for want of disk
    /// @param refused events that the hub refused
    public record Queue(
            long rows, long bytes, @Nullable Instant oldest, long droppedTurns, long refused) {}

    /// @param epoch of the outbox that was heard of last
    /// @param committedThrough every number up to it is here, or will never come
    /// @param missing numbers between that are on their way
    /// @param lost numbers of all its outboxes that will never come
    public record Events(@Nullable String epoch, long committedThrough, long missing, long lost) {}

    /// @param state `ok`, `degraded`, `failed`
    public record Subject(String subject, String state, @Nullable String detail, Instant at) {}

    /// @param count of this code
    public record Letters(String code, long count, Instant last) {}

    /// @param events numbers that came with two contents
    public record CloneAlarm(String epoch, Instant first, Instant last, long events) {}
}
