package dev.andon.hub.fleet;

import dev.andon.hub.fleet.FleetNode.OutboxView;
import dev.andon.protocol.Ack.Range;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.ArrayList;
import java.util.List;

/// What the hub has of a node's outboxes.
final class OutboxRows {
    /// Outboxes of a node that are shown: a new one begins with each restored backup.
    private static final int OUTBOXES_MAX = 20;

    private static final int GAPS_MAX = 20;

    private final Handle handle;

    OutboxRows(Handle handle) {
        this.handle = handle;
    }

    /// The one heard of last first.
    List<OutboxView> of(String node) {
        return handle.createQuery(
                        """
                        select epoch, committed_through, highest, last_at from outbox_mark
                        where node = :node order by last_at desc, epoch limit :max\
                        """)
                .bind("node", node)
                .bind("max", OUTBOXES_MAX)
                .map(
                        (row, context) ->
                                view(
                                        node,
                                        row.getString(1),
                                        new Range(row.getLong(2), row.getLong(3)),
                                        row.getLong(4)))
                .list();
    }

    private OutboxView view(String node, String epoch, Range mark, long lastAt) {
        List<Range> gaps = gaps(node, epoch);
        return new OutboxView(
                epoch,
                mark.from(),
                mark.to(),
                gaps.stream().mapToLong(OutboxRows::length).sum(),
                gaps.subList(0, Math.min(gaps.size(), GAPS_MAX)),
                lost(node, epoch),
                lastAt);
    }

    /// The holes between what is there.
    private List<Range> gaps(String node, String epoch) {
        List<Range> gaps = new ArrayList<>();
        long next = 1;
        for (Range there : ranges("select from_seq, to_seq from received", node, epoch)) {
            if (there.from() > next) {
                gaps.add(new Range(next, there.from() - 1));
            }
            next = there.to() + 1;
        }
        return gaps;
    }

    /// Numbers that the node gave up, less those that came all the same. The ranges may overlap:
    /// a node tells them until it knows that they were heard.
    private long lost(String node, String epoch) {
        long lost = 0;
        long next = 1;
        for (Range gone : ranges("select from_seq, to_seq from gone", node, epoch)) {
            long from = Math.max(next, gone.from());
            if (from <= gone.to()) {
                lost += gone.to() - from + 1 - came(node, epoch, new Range(from, gone.to()));
                next = gone.to() + 1;
            }
        }
        return lost;
    }

    private long came(String node, String epoch, Range range) {
        return of("select count(*) from event", node, epoch, " and seq between :from and :to")
                .bind("from", range.from())
                .bind("to", range.to())
                .mapTo(Long.class)
                .one();
    }

    private List<Range> ranges(String select, String node, String epoch) {
        return of(select, node, epoch, " order by from_seq, to_seq")
                .map((row, context) -> new Range(row.getLong(1), row.getLong(2)))
                .list();
    }

    private Query of(String select, String node, String epoch, String more) {
        return handle.createQuery(select + " where node = :node and epoch = :epoch" + more)
                .bind("node", node)
                .bind("epoch", epoch);
    }

    private static long length(Range range) {
        return range.to() - range.from() + 1;
    }
}
