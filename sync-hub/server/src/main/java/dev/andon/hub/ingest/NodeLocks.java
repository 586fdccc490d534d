package dev.andon.hub.ingest;

import dev.andon.hub.store.Dialect;

import org.jdbi.v3.core.Handle;

import java.util.List;

/// One transaction at a time works on a node; on different nodes they go on side by side.
final class NodeLocks {
    /// Keeps our locks apart from others' in the same database.
    private static final long SPACE = 0x616e646f6eL;

    private NodeLocks() {}

    /// Waits until nobody else works on these nodes; until the end of the transaction. SQLite has
    /// one writer anyway.
    static void take(Handle handle, Dialect dialect, List<Parcel> parcels) {
        switch (dialect) {
            case SQLITE -> {}
            case POSTGRESQL -> lock(handle, parcels.stream().map(Parcel::node).distinct().toList());
        }
    }

    /// In the order of the locks' numbers, which is the same for everybody.
    private static void lock(Handle handle, List<String> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        handle.createQuery(
                        """
                        select pg_advisory_xact_lock(number) from (
                            select distinct hashtextextended(node, :space) as number
                            from unnest(cast(:nodes as text[])) as names(node)
                            order by 1) as sorted\
                        """)
                .bind("space", SPACE)
                .bindArray("nodes", String.class, nodes)
                .mapTo(String.class)
                .list();
    }
}
