package dev.andon.hub.fleet;

import dev.andon.hub.store.StorableText;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.SyncCodec;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The table `node_status`.
final class NodeStatuses {
    private final Handle handle;
    private final long now;

    /// @param since when its connection began, by its clock
    private record Known(boolean online, long since, String epoch, String json) {
        boolean says(NodeStatus status, String said) {
            return online == status.online()
                    && since == status.since()
                    && (!online || json.equals(said));
        }
    }

    NodeStatuses(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /// What a node says of itself, if it is not the late echo of an earlier connection.
    ///
    /// @param retained it comes from the broker's memory: if it is known, nothing was heard
    void say(NodeStatus status, boolean retained) {
        Optional<Known> known = known(status.node());
        if (known.isPresent() && late(known.get(), status)) {
            return;
        }
        String json = StorableText.of(new String(SyncCodec.encode(status), StandardCharsets.UTF_8));
        if (retained && known.filter(one -> one.says(status, json)).isPresent()) {
            return;
        }
        if (known.isPresent() && !status.online()) {
            die(status);
        } else {
            put(status, json);
        }
    }

    /// A death counts for its own connection alone, and a later one: a will that is late must not
    /// bury a newer birth. A birth counts always, since a node's clock may be set back, but not
    /// after the death of the same connection.
    private static boolean late(Known known, NodeStatus status) {
        return status.online()
                ? !known.online()
                        && status.since() == known.since()
                        && status.epoch().equals(known.epoch())
                : status.since() < known.since();
    }

    private Optional<Known> known(String node) {
        return handle.createQuery(
                        "select online, since, epoch, json from node_status where node = :node")
                .bind("node", node)
                .map(
                        (row, context) ->
                                new Known(
                                        row.getBoolean(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getString(4)))
                .findOne();
    }

    /// What it said while it lived stays.
    private void die(NodeStatus status) {
        handle.createUpdate(
                        """
                        update node_status set online = false, since = :since, received_at = :now,
                            changed_at = case when online then :now else changed_at end
                        where node = :node\
                        """)
                .bind("since", status.since())
                .bind("now", now)
                .bind("node", status.node())
                .execute();
    }

    private void put(NodeStatus status, String json) {
        handle.createUpdate(
                        """
                        insert into node_status (node, epoch, online, since, version, embedder, json,
                            received_at, changed_at)
                        values (:node, :epoch, :online, :since, :version, :embedder, :json, :now, :now)
                        on conflict (node) do update set epoch = excluded.epoch,
                            online = excluded.online, since = excluded.since,
                            version = excluded.version, embedder = excluded.embedder,
                            json = excluded.json, received_at = excluded.received_at,
                            changed_at = case when node_status.online = excluded.online
                                    and node_status.since = excluded.since
                                then node_status.changed_at else excluded.changed_at end\
                        """)
                .bind("node", status.node())
                .bind("epoch", StorableText.of(status.epoch()))
                .bind("online", status.online())
                .bind("since", status.since())
                .bind("version", StorableText.of(status.version()))
                .bind(
                        "embedder",
                        status.embedder() == null ? null : StorableText.of(status.embedder()))
                .bind("json", json)
                .bind("now", now)
                .execute();
    }
}
