package dev.andon.hub.ingest;

import org.jdbi.v3.core.Handle;

/// Two boxes under one identity: the table `clone_alarm`.
final class CloneAlarms {
    private CloneAlarms() {}

    /// The number came with another content than the hub has.
    static void raise(Handle handle, OutboxKey key, long seq, long now) {
        handle.createUpdate(
                        """
                        insert into clone_alarm (node, epoch, first_at, last_at, events, first_seq, last_seq)
                        values (:node, :epoch, :now, :now, 1, :seq, :seq)
                        on conflict (node, epoch) do update set
                            last_at = excluded.last_at, events = clone_alarm.events + 1,
                            first_seq = case when excluded.first_seq < clone_alarm.first_seq
                                then excluded.first_seq else clone_alarm.first_seq end,
                            last_seq = case when excluded.last_seq > clone_alarm.last_seq
                                then excluded.last_seq else clone_alarm.last_seq end\
                        """)
                .bind("node", key.node())
                .bind("epoch", key.epoch())
                .bind("now", now)
                .bind("seq", seq)
                .execute();
    }
}
