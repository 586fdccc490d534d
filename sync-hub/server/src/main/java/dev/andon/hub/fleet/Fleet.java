package dev.andon.hub.fleet;

import dev.andon.hub.store.HubStore;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The fleet as it stands: what nodes said of themselves and what the hub has of them, from one
/// commit.
public final class Fleet {
    private final HubStore store;
    private final InstantSource clock;

    /// @param clock the hub's, for the lag
    public Fleet(HubStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// All nodes that were ever heard of, by name.
    ///
    /// @throws dev.andon.hub.store.StoreException if the store fails
    public List<FleetNode> nodes() {
        return store.read(
                handle -> {
                    FleetRows rows = new FleetRows(handle, clock.millis());
                    return rows.names().stream().map(rows::node).toList();
                });
    }

    /// One node; empty if it was never heard of.
    public Optional<FleetNode> node(String id) {
        return store.read(
                handle -> {
                    FleetRows rows = new FleetRows(handle, clock.millis());
                    return rows.names().contains(id)
                            ? Optional.of(rows.node(id))
                            : Optional.<FleetNode>empty();
                });
    }
}
