package dev.andon.hub.library;

import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.SyncCodec;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the fleet said: read from the tables of the rooms that hear it, never written here.
///
/// @param nodes by id
/// @param installations of every document, the latest first
/// @param failures of engines, the latest of each, also those that are over
/// @param removed nodes that belong to the fleet no more
record FleetReports(
        Map<String, Node> nodes,
        List<Installation> installations,
        List<Failure> failures,
        Set<String> removed) {
    FleetReports {
        installations = List.copyOf(installations);
        failures = List.copyOf(failures);
        removed = Set.copyOf(removed);
    }

    /// A node as it last told of itself.
    ///
    /// @param heard when, by the hub's clock
    record Node(String id, boolean online, long heard, NodeStatus status) {
        /// The revision that it serves of a document; empty if it serves none.
        Optional<Installed> serving(DocumentKey document) {
            return status.installed().stream()
                    .filter(Installed::serving)
                    .filter(one -> (one.kind() + "/" + one.id()).equals(document.name()))
                    .findFirst();
        }

        List<EngineState> failedEngines() {
            return status.health().stream().filter(one -> one.state().equals("failed")).toList();
        }
    }

    /// What came of a revision on a node.
    ///
    /// @param document kind and id
    /// @param state `installed`, `refused`, `rolled-back`
    /// @param heard when, by the hub's clock
    record Installation(
            String node,
            String document,
            long serial,
            String state,
            @Nullable String code,
            @Nullable String reason,
            long heard) {}

    /// An engine failed.
    ///
    /// @param heard when last, by the hub's clock
    record Failure(String node, String engine, long heard) {}

    static FleetReports read(Handle handle) {
        Map<String, Node> nodes = new TreeMap<>();
        handle.createQuery("select node, online, received_at, json from node_status")
                .map(
                        (row, _) ->
                                new Node(
                                        row.getString("node"),
                                        row.getBoolean("online"),
                                        row.getLong("received_at"),
                                        status(row.getString("json"))))
                .forEach(node -> nodes.put(node.id(), node));
        List<Installation> installations =
                handle.createQuery(
                                """
                                select node, document, serial, state, code, reason, received_at
                                from installation order by received_at desc, seq desc\
                                """)
                        .map((row, _) -> installation(row))
                        .list();
        List<String> removed =
                handle.createQuery("select node from removed_node").mapTo(String.class).list();
        return new FleetReports(nodes, installations, failures(handle), Set.copyOf(removed));
    }

    private static List<Failure> failures(Handle handle) {
        return handle.createQuery(
                        """
                        select h.node, h.subject, max(e.received_at) as heard
                        from health_said h
                        join event e on e.node = h.node and e.epoch = h.epoch and e.seq = h.seq
                        where h.state = 'failed' and h.subject like 'engine/%'
                        group by h.node, h.subject order by h.node, h.subject\
                        """)
                .map(
                        (row, _) ->
                                new Failure(
                                        row.getString("node"),
                                        row.getString("subject").substring("engine/".length()),
                                        row.getLong("heard")))
                .list();
    }

    /// Refusals that were heard from a moment on.
    static List<Installation> refusedSince(Handle handle, long since) {
        return handle.createQuery(
                        """
                        select s.node, s.document, s.serial, s.state, s.code, s.reason,
                            e.received_at
                        from installation_said s
                        join event e on e.node = s.node and e.epoch = s.epoch and e.seq = s.seq
                        where s.state = 'refused' and e.received_at >= :since\
                        """)
                .bind("since", since)
                .map((row, _) -> installation(row))
                .list();
    }

    private static Installation installation(ResultSet row) throws SQLException {
        return new Installation(
                row.getString("node"),
                row.getString("document"),
                row.getLong("serial"),
                row.getString("state"),
                row.getString("code"),
                row.getString("reason"),
                row.getLong("received_at"));
    }

    private static NodeStatus status(String json) {
        try {
            return SyncCodec.decode(json.getBytes(StandardCharsets.UTF_8), NodeStatus.class);
        } catch (ProtocolException e) {
            throw new LibraryException(
                    "damaged", "The status of a node in the hub's store is damaged.", e);
        }
    }
}
