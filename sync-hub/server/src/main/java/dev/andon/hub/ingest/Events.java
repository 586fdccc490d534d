package dev.andon.hub.ingest;

import dev.andon.hub.ingest.StoredEvent.Place;
import dev.andon.hub.store.HubStore;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads what arrived of a node, by outbox and number.
public final class Events {
    private final HubStore store;

    /// @param store where they are
    public Events(HubStore store) {
        this.store = store;
    }

    /// The events of a node from a place on, in their order.
    ///
    /// @param kind of these alone; null: of all
    /// @throws dev.andon.hub.store.StoreException if the store fails
    public List<StoredEvent> of(String node, Place from, @Nullable String kind, int max) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select epoch, seq, kind, at, true_at, clock, received_at, json
                                        from event
                                        where node = :node and (epoch, seq) >= (:epoch, :seq)
                                            and (:every or kind = :kind)
                                        order by epoch, seq limit :max\
                                        """)
                                .bind("node", node)
                                .bind("epoch", from.epoch())
                                .bind("seq", from.seq())
                                .bind("every", kind == null)
                                .bind("kind", kind == null ? "" : kind)
                                .bind("max", max)
                                .map(
                                        (row, context) ->
                                                new StoredEvent(
                                                        row.getString(1),
                                                        row.getLong(2),
                                                        row.getString(3),
                                                        row.getLong(4),
                                                        row.getLong(5),
                                                        row.getString(6),
                                                        row.getLong(7),
                                                        row.getString(8)))
                                .list());
    }
}
