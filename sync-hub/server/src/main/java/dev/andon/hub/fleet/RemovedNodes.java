package dev.andon.hub.fleet;

import org.jdbi.v3.core.Handle;

import java.util.Set;
import java.util.TreeSet;

/// The table `removed_node`. An enrolment takes a node out of it again.
final class RemovedNodes {
    private final Handle handle;

    RemovedNodes(Handle handle) {
        this.handle = handle;
    }

    /// How it stood is forgotten.
    void add(String node, long now) {
        handle.execute("delete from node_status where node = ?", node);
        handle.createUpdate(
                        """
                        insert into removed_node (node, removed_at) values (:node, :now)
                        on conflict do nothing\
                        """)
                .bind("node", node)
                .bind("now", now)
                .execute();
    }

    /// All of them.
    Set<String> all() {
        return new TreeSet<>(
                handle.createQuery("select node from removed_node").mapTo(String.class).list());
    }
}
