package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads dead letters.
public final class DeadLetterBox {
    private final HubStore store;

    /// @param store where they are
    public DeadLetterBox(HubStore store) {
        this.store = store;
    }

    /// The latest, latest first.
    ///
    /// @param node of one node; null: of all, and of nobody
    /// @throws dev.andon.hub.store.StoreException if the store fails
    public List<DeadLetter> recent(@Nullable String node, int max) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select node, epoch, seq, code, text, received_at
                                        from dead_letter
                                        where :everybody or node = :node
                                        order by received_at desc, node, epoch, seq limit :max\
                                        """)
                                .bind("everybody", node == null)
                                .bind("node", node == null ? "" : node)
                                .bind("max", max)
                                .map(
                                        (row, context) ->
                                                new DeadLetter(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getLong(3),
                                                        row.getString(4),
                                                        row.getString(5),
                                                        row.getLong(6)))
                                .list());
    }
}
