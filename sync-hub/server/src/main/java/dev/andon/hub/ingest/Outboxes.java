package dev.andon.hub.ingest;

import dev.andon.hub.ingest.OutboxIntake.Known;
import dev.andon.hub.store.RowBatch;
import dev.andon.protocol.EventBatch.Gone;

import org.jdbi.v3.core.Handle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/// What the hub has of each outbox: the tables `received`, `outbox_mark` and `gone`.
final class Outboxes implements AutoCloseable {
    /// Numbers that one query asks for.
    private static final int NUMBERS_MAX = 500;

    private final Handle handle;
    private final long now;
    private final RowBatch marks;
    private final RowBatch ended;
    private final RowBatch begun;
    private final RowBatch lost;

    Outboxes(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
        marks =
                new RowBatch(
                        handle,
                        """
                        insert into outbox_mark (node, epoch, committed_through, highest, first_at, last_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (node, epoch) do update set
                            committed_through = excluded.committed_through,
                            highest = excluded.highest, last_at = excluded.last_at\
                        """);
        ended =
                new RowBatch(
                        handle,
                        "delete from received where node = ? and epoch = ? and from_seq = ?");
        begun =
                new RowBatch(
                        handle,
                        """
                        insert into received (node, epoch, from_seq, to_seq) values (?, ?, ?, ?)
                        on conflict (node, epoch, from_seq) do update set to_seq = excluded.to_seq\
                        """);
        lost =
                new RowBatch(
                        handle,
                        """
                        insert into gone (node, epoch, from_seq, to_seq, kind, reason, received_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                        """);
    }

    /// The numbers that are there.
    NumberRanges ranges(OutboxKey key) {
        NumberRanges ranges = new NumberRanges();
        handle.createQuery(
                        "select from_seq, to_seq from received where node = :node and epoch ="
                                + " :epoch")
                .bind("node", key.node())
                .bind("epoch", key.epoch())
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
                .forEach(range -> ranges.add(range[0], range[1]));
        return ranges;
    }

    /// What is there under some numbers that are there.
    Map<Long, Known> known(OutboxKey key, List<Long> numbers) {
        Map<Long, Known> known = new HashMap<>();
        for (int from = 0; from < numbers.size(); from += NUMBERS_MAX) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_MAX));
            known.putAll(
                    known(
                            "select seq, sha256, code from dead_letter where code <>"
                                    + " 'other-content'",
                            key,
                            some));
            known.putAll(
                    known("select seq, sha256, null as code from event where true", key, some));
        }
        return known;
    }

    /// A range that the node gave up.
    void lost(OutboxKey key, Gone gone) {
        lost.add(key.node(), key.epoch(), gone.from(), gone.to(), gone.kind(), gone.reason(), now);
    }

    /// Writes what changed.
    void save(OutboxKey key, SortedMap<Long, Long> before, NumberRanges ranges) {
        SortedMap<Long, Long> after = ranges.ranges();
        for (long from : new TreeSet<>(before.keySet())) {
            if (!after.containsKey(from)) {
                ended.add(key.node(), key.epoch(), from);
            }
        }
        after.forEach(
                (from, to) -> {
                    if (!to.equals(before.get(from))) {
                        begun.add(key.node(), key.epoch(), from, to);
                    }
                });
        marks.add(key.node(), key.epoch(), ranges.through(), ranges.highest(), now, now);
    }

    void send() {
        ended.send();
        begun.send();
        lost.send();
        marks.send();
    }

    @Override
    public void close() {
        ended.close();
        begun.close();
        lost.close();
        marks.close();
    }

    private Map<Long, Known> known(String from, OutboxKey key, List<Long> numbers) {
        return handle.createQuery(
                        from + " and node = :node and epoch = :epoch and seq in (<numbers>)")
                .bind("node", key.node())
                .bind("epoch", key.epoch())
                .bindList("numbers", numbers)
                .reduceRows(
                        new HashMap<Long, Known>(),
                        (all, row) -> {
                            String sha256 = row.getColumn("sha256", String.class);
                            String code = row.getColumn("code", String.class);
                            all.put(row.getColumn("seq", Long.class), new Known(sha256, code));
                            return all;
                        });
    }
}
