package dev.andon.hub.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.Topics;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rings of nodes in the order in which a revision goes through them. Who is in none is in
/// [Catalog#EVERYONE], which comes last and is not kept.
final class Rings {
    /// Rings beside the last.
    static final int RINGS_MAX = 16;

    /// Nodes in one of them; the others are in the last, which is not listed.
    static final int NODES_MAX = 500;

    private Rings() {}

    /// Those that are kept.
    static List<Ring> all(Handle handle) {
        Map<String, List<String>> nodes = new LinkedHashMap<>();
        handle.createQuery("select name from library_ring order by position")
                .mapTo(String.class)
                .forEach(name -> nodes.put(name, new ArrayList<>()));
        handle.createQuery("select node, ring from library_ring_node order by node")
                .map((row, _) -> Map.entry(row.getString("ring"), row.getString("node")))
                .forEach(
                        row ->
                                nodes.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                                        .add(row.getValue()));
        return nodes.entrySet().stream().map(e -> new Ring(e.getKey(), e.getValue())).toList();
    }

    /// The names of all, the last included.
    static List<String> names(Handle handle) {
        List<String> names = new ArrayList<>(all(handle).stream().map(Ring::name).toList());
        names.add(Catalog.EVERYONE);
        return List.copyOf(names);
    }

    /// Makes a ring of exactly these nodes, behind the others if it is new. A node that was in
    /// another moves.
    static void set(Handle handle, Ring ring) {
        refuseInvalid(handle, ring);
        handle.createUpdate(
                        """
                        insert into library_ring (name, position)
                        values (:name, (select coalesce(max(position), 0) + 1 from library_ring))
                        on conflict do nothing\
                        """)
                .bind("name", ring.name())
                .execute();
        handle.execute("delete from library_ring_node where ring = ?", ring.name());
        for (String node : ring.nodes()) {
            handle.execute("delete from library_ring_node where node = ?", node);
            handle.execute(
                    "insert into library_ring_node (node, ring) values (?, ?)", node, ring.name());
        }
    }

    /// Forgets a ring; its nodes are in the last one then.
    ///
    /// @throws LibraryException `unknown-ring`
    static void remove(Handle handle, String name) {
        handle.execute("delete from library_ring_node where ring = ?", name);
        handle.execute("delete from library_stage where ring = ?", name);
        if (handle.execute("delete from library_ring where name = ?", name) == 0) {
            throw unknown(handle, name);
        }
    }

    static LibraryException unknown(Handle handle, String name) {
        return new LibraryException(
                "unknown-ring",
                "There is no ring \"%s\"; there are %s. Make one with: andon library ring %s NODE..."
                        .formatted(name, String.join(", ", names(handle)), name));
    }

    private static void refuseInvalid(Handle handle, Ring ring) {
        if (ring.name().equals(Catalog.EVERYONE)) {
            throw invalid("who is in no other ring is in \"everyone\"; it has no list");
        }
        List<String> names = new ArrayList<>(ring.nodes());
        names.add(ring.name());
        for (String name : names) {
            if (!Topics.NAME.matcher(name).matches()) {
                throw invalid(
                        "\"%s\" is no name: 1 to 64 lower case letters, digits and hyphens"
                                .formatted(name));
            }
        }
        List<Ring> others =
                all(handle).stream().filter(one -> !one.name().equals(ring.name())).toList();
        int nodes = others.stream().mapToInt(one -> one.nodes().size()).sum() + ring.nodes().size();
        if (others.size() >= RINGS_MAX || nodes > NODES_MAX) {
            throw invalid(
                    "at most %d rings of %d nodes together; most nodes belong in \"everyone\""
                            .formatted(RINGS_MAX, NODES_MAX));
        }
    }

    private static LibraryException invalid(String why) {
        return new LibraryException("ring-invalid", "That cannot be a ring: " + why + ".");
    }
}
