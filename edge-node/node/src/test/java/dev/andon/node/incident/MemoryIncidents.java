package dev.andon.node.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Incidents that nothing keeps.
public final class MemoryIncidents implements IncidentStore {
    private final Map<String, Incident> byId = new LinkedHashMap<>();

    @Override
    public synchronized Incident change(String id, Change change) {
        Incident after = change.of(byId.get(id));
        byId.put(id, after);
        return after;
    }

    @Override
    public synchronized Incident open(String id, String machine, Choice choice) {
        Incident after =
                choice.of(
                        openedBy(id).orElse(null),
                        list(new Filter(true, machine, Integer.MAX_VALUE)));
        byId.put(after.id(), after);
        return after;
    }

    @Override
    public synchronized Optional<Incident> openedBy(String id) {
        return byId.values().stream()
                .filter(
                        one ->
                                one.id().equals(id)
                                        || one.joinings().stream().anyMatch(j -> j.id().equals(id)))
                .findFirst();
    }

    @Override
    public synchronized Optional<Incident> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized List<Incident> beginningWith(String prefix) {
        return byId.values().stream().filter(one -> one.id().startsWith(prefix)).limit(2).toList();
    }

    @Override
    public synchronized List<Incident> list(Filter filter) {
        return new ArrayList<>(byId.values())
                .reversed().stream()
                        .filter(one -> !filter.openOnly() || one.open())
                        .filter(
                                one ->
                                        filter.machine() == null
                                                || filter.machine().equals(one.machine()))
                        .limit(filter.countMax())
                        .toList();
    }
}
