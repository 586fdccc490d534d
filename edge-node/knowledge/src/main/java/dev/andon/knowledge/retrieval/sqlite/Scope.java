package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.sqlite.ManualRows;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The manuals that may answer: current, and for the question's models.
///
/// @param manuals by row id
record Scope(Map<Long, Manual> manuals) {
    /// A manual without models is for every machine; a question without models is about any.
    static Scope of(Transaction transaction, List<String> models) throws SQLException {
        Map<Long, Manual> manuals = new LinkedHashMap<>(ManualRows.current(transaction));
        manuals.values().removeIf(manual -> !manual.appliesTo(models));
        return new Scope(manuals);
    }

    Set<Long> ids() {
        return manuals.keySet();
    }

    /// The ids as a JSON array, for `json_each`.
    String json() {
        return manuals.keySet().toString();
    }
}
