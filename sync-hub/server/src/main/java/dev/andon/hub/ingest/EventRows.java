package dev.andon.hub.ingest;

import dev.andon.hub.ingest.Clocks.TrueTime;
import dev.andon.hub.store.RowBatch;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec.ReadEvent;

import org.jdbi.v3.core.Handle;

/// Writes new events, and what they say, as rows.
final class EventRows implements AutoCloseable {
    private final long now;
    private final RowBatch events;
    private final FactRows facts;

    EventRows(Handle handle, long now) {
        this.now = now;
        this.facts = new FactRows(handle);
        this.events =
                new RowBatch(
                        handle,
                        """
                        insert into event (node, epoch, seq, sha256, kind, json, boot, up_ms, at,
                            true_at, clock, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                        """);
    }

    /// Adds an event that is not there.
    void add(OutboxKey key, ReadEvent read, Event event, TrueTime time) {
        events.add(
                key.node(),
                key.epoch(),
                event.seq(),
                read.sha256(),
                event.fact().kind(),
                read.json(),
                event.boot(),
                event.upMs(),
                event.at(),
                time.at(),
                time.clock(),
                now);
        facts.add(key, event);
    }

    void send() {
        events.send();
        facts.send();
    }

    @Override
    public void close() {
        events.close();
        facts.close();
    }
}
