package dev.andon.node.turn;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentStore;

import java.util.List;
import java.util.Optional;

/// A log on a disk that can be full.
final class BreakableIncidents implements IncidentStore {
    private final IncidentStore store;
    private boolean full;

    BreakableIncidents(IncidentStore store) {
        this.store = store;
    }

    /// Takes the last block, or gives some back.
    void full(boolean now) {
        full = now;
    }

    @Override
    public Incident change(String id, Change change) {
        refuseWhereFull();
        return store.change(id, change);
    }

    @Override
    public Incident open(String id, String machine, Choice choice) {
        refuseWhereFull();
        return store.open(id, machine, choice);
    }

    private void refuseWhereFull() {
        if (full) {
            throw new StageException(Stage.STORE, "disk-full", "The disk is full.");
        }
    }

    @Override
    public Optional<Incident> openedBy(String id) {
        return store.openedBy(id);
    }

    @Override
    public Optional<Incident> find(String id) {
        return store.find(id);
    }

    @Override
    public List<Incident> beginningWith(String prefix) {
        return store.beginningWith(prefix);
    }

    @Override
    public List<Incident> list(Filter filter) {
        return store.list(filter);
    }
}
