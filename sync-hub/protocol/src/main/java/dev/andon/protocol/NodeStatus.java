package dev.andon.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Node to hub, retained: birth, change and death (the last as the connection's will).
///
/// @param node that speaks
/// @param epoch of its outbox; a death of an older connection has the older `since`
/// @param online false in the will and at a proper end
/// @param since the node's clock when this connection began, UTC milliseconds
/// @param version of the software
/// @param protocols versions of this contract that it speaks
/// @param outbox what waits
/// @param installed what of the library it serves, previous revisions included
/// @param models that are at hand
/// @param embedder fingerprint of what makes its vectors; null while that is not open
/// @param clockOffsetMs the hub's clock less its own; null before the hub's first answer
/// @param disk of its home
/// @param health of its engines
public record NodeStatus(
        String node,
        String epoch,
        boolean online,
        long since,
        String version,
        List<Integer> protocols,
        @Nullable OutboxState outbox,
        List<Installed> installed,
        List<String> models,
        @Nullable String embedder,
        @Nullable Long clockOffsetMs,
        @Nullable DiskState disk,
        List<EngineState> health)
        implements SyncMessage {
    public NodeStatus {
        Names.name(node);
        protocols = List.copyOf(protocols);
        installed = List.copyOf(installed);
        models = List.copyOf(models);
        health = List.copyOf(health);
    }

    /// The node, gone: what its connection leaves behind as its will.
    public static NodeStatus death(String node, String epoch, long since, String version) {
        return new NodeStatus(
                node,
                epoch,
                false,
                since,
                version,
                List.of(1),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    /// @param rows events that the hub has not committed
    /// @param bytes that they take
    /// @param oldestAt the node's clock when the oldest was written; null if there is none
    /// @param lastSeq the highest number given
    /// @param droppedTurns given up since the outbox began
    /// @param deadLetters that the hub refused
    public record OutboxState(
            long rows,
            long bytes,
            @Nullable Long oldestAt,
            long lastSeq,
            long droppedTurns,
            long deadLetters) {}

    /// @param kind `manual`, `register`, `phrases`, `config`, `model`
    /// @param id of the document
    /// @param serial the hub's number of the revision
    /// @param revision as printed
    /// @param serving false: kept beside the one that serves
    public record Installed(
            String kind, String id, long serial, String revision, boolean serving) {}

    /// @param freeBytes of the disk
    /// @param reserve whether the reserve for facts is still untouched
    public record DiskState(long freeBytes, boolean reserve) {}

    /// @param state `ok`, `starting`, `failed`
    public record EngineState(String engine, String state, @Nullable String detail) {}
}
