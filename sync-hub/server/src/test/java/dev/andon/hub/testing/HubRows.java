package dev.andon.hub.testing;

import dev.andon.hub.store.HubStore;

import java.util.List;
import java.util.Map;

/// Looks into the hub's tables, as a test does.
public record HubRows(HubStore store) {
    /// Rows of a query, by column.
    public List<Map<String, Object>> rows(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    /// One number.
    public long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /// Texts of one column.
    public List<String> texts(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /// Numbers of one column.
    public List<Long> numbers(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).list());
    }
}
