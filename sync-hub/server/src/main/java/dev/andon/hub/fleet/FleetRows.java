package dev.andon.hub.fleet;

import dev.andon.hub.fleet.FleetNode.CloneAlarm;
import dev.andon.hub.fleet.FleetNode.Health;
import dev.andon.hub.fleet.FleetNode.Letters;
import dev.andon.hub.fleet.FleetNode.OutboxView;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.SyncCodec;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what there is of nodes.
final class FleetRows {
    private final Handle handle;
    private final long now;

    private record Said(boolean online, long changedAt, long receivedAt, NodeStatus status) {}

    FleetRows(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /// Whoever said something, in whichever way, and was not removed.
    List<String> names() {
        return handle.createQuery(
                        """
                        select node from node_status union select node from outbox_mark
                        union select node from dead_letter_count where node <> ''
                        except select node from removed_node order by 1\
                        """)
                .mapTo(String.class)
                .list();
    }

    FleetNode node(String node) {
        Optional<Said> said = said(node);
        NodeStatus status = said.map(Said::status).orElse(null);
        List<OutboxView> outboxes = new OutboxRows(handle).of(node);
        List<Letters> letters = letters(node);
        return new FleetNode(
                node,
                said.map(Said::online).orElse(false),
                said.map(Said::changedAt).orElse(null),
                heardAt(said, outboxes, letters),
                status,
                status == null ? null : Lag.ms(status, outboxes, now),
                outboxes,
                health(node),
                letters,
                alarms(node));
    }

    private static long heardAt(
            Optional<Said> said, List<OutboxView> outboxes, List<Letters> letters) {
        Stream<Long> times =
                Stream.of(
                                said.stream().map(Said::receivedAt),
                                outboxes.stream().map(OutboxView::lastAt),
                                letters.stream().map(Letters::lastAt))
                        .flatMap(each -> each);
        return times.max(Long::compare).orElse(0L);
    }

    private Optional<Said> said(String node) {
        return query(
                        "select online, changed_at, received_at, json from node_status where node ="
                                + " :node",
                        node,
                        (row, context) ->
                                new Said(
                                        row.getBoolean(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        status(row.getString(4))))
                .stream()
                .findFirst();
    }

    private static NodeStatus status(String json) {
        return SyncCodec.decode(json.getBytes(StandardCharsets.UTF_8), NodeStatus.class);
    }

    private List<Health> health(String node) {
        return query(
                "select subject, state, detail, true_at from health where node = :node order by"
                        + " subject",
                node,
                (row, context) ->
                        new Health(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4)));
    }

    private List<Letters> letters(String node) {
        return query(
                "select code, letters, last_at from dead_letter_count where node = :node order by"
                        + " code",
                node,
                (row, context) -> new Letters(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    private List<CloneAlarm> alarms(String node) {
        return query(
                """
                select epoch, first_at, last_at, events from clone_alarm
                where node = :node order by last_at desc\
                """,
                node,
                (row, context) ->
                        new CloneAlarm(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    private <T> List<T> query(String sql, String node, RowMapper<T> mapper) {
        return handle.createQuery(sql).bind("node", node).map(mapper).list();
    }

    /// How long the oldest event waits that the hub lacks.
    private static final class Lag {
        static @Nullable Long ms(NodeStatus status, List<OutboxView> outboxes, long now) {
            NodeStatus.OutboxState outbox = status.outbox();
            if (outbox == null) {
                return null;
            }
            boolean allHere =
                    outboxes.stream()
                            .filter(each -> each.epoch().equals(status.epoch()))
                            .anyMatch(each -> each.committedThrough() >= outbox.lastSeq());
            Long oldest = outbox.oldestAt();
            if (allHere || outbox.rows() == 0 || oldest == null) {
                return 0L;
            }
            long offset = Objects.requireNonNullElse(status.clockOffsetMs(), 0L);
            return Math.max(0, now - (oldest + offset));
        }
    }
}
