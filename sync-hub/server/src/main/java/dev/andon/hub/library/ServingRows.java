package dev.andon.hub.library;

import dev.andon.hub.store.HubStore;
import dev.andon.protocol.Catalog.Ring;

import org.jdbi.v3.core.Handle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What whoever serves nodes must know and keep: who still lacks what, what was sent, and which
/// retained messages stand at the broker.
public final class ServingRows {
    private final HubStore store;

    ServingRows(HubStore store) {
        this.store = store;
    }

    /// Nodes that are connected and are to serve a manifest but do not yet, by the manifest's
    /// SHA-256.
    public Map<String, Set<String>> lacking() {
        return store.read(ServingRows::lacking);
    }

    private static Map<String, Set<String>> lacking(Handle handle) {
        List<Stage> stages = StageRows.all(handle);
        Map<String, Set<String>> lacking = new HashMap<>();
        if (stages.isEmpty()) {
            return lacking;
        }
        List<Ring> rings = Rings.all(handle);
        Proof proof = new Proof(FleetReports.read(handle), rings);
        for (Stage stage : stages) {
            if (stage.halt() == null) {
                Set<String> nodes = new HashSet<>();
                proof.states(stage).stream()
                        .filter(state -> state.online())
                        .filter(state -> state.state() == NodeState.State.PENDING)
                        .forEach(state -> nodes.add(state.node()));
                Manifests.latest(handle, stage.document(), stage.serial())
                        .ifPresent(
                                signed ->
                                        lacking.computeIfAbsent(
                                                        signed.sha256(), _ -> new HashSet<>())
                                                .addAll(nodes));
            }
        }
        return lacking;
    }

    /// Adds to what was served by a manifest.
    ///
    /// @param manifestSha256 one that nobody signed counts for nothing
    public void served(String manifestSha256, long blocks, long bytes) {
        store.write(
                handle ->
                        handle.createUpdate(
                                        """
                                        update library_manifest
                                        set blocks_served = blocks_served + :blocks,
                                            bytes_served = bytes_served + :bytes
                                        where sha256 = :sha256\
                                        """)
                                .bind("blocks", blocks)
                                .bind("bytes", bytes)
                                .bind("sha256", manifestSha256)
                                .execute());
    }

    /// Notes what the broker is about to keep.
    public void keeping(List<String> topics) {
        store.write(
                handle -> {
                    topics.forEach(
                            topic ->
                                    handle.execute(
                                            "insert into library_retained (topic) values (?) on"
                                                    + " conflict do nothing",
                                            topic));
                    return topics.size();
                });
    }

    /// What the broker keeps, or may keep.
    public Set<String> kept() {
        return store.read(
                handle ->
                        new HashSet<>(
                                handle.createQuery("select topic from library_retained")
                                        .mapTo(String.class)
                                        .list()));
    }

    /// Notes what the broker has forgotten.
    public void cleared(String topic) {
        store.write(
                handle -> handle.execute("delete from library_retained where topic = ?", topic));
    }
}
