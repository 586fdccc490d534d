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
        manuals.values().removeIf(manual -> !fits(manual, models));
        return new Scope(manuals);
    }

    private static boolean fits(Manual manual, List<String> models) {
        return models.isEmpty()
                || manual.models().isEmpty()
                || models.stream()
                        .anyMatch(
                                model ->
                                        manual.models().stream().anyMatch(model::equalsIgnoreCase));
    }

    Set<Long> ids() {
        return manuals.keySet();
    }

    /// The ids as a JSON array, for `json_each`.
    String json() {
        return manuals.keySet().toString();
    }
}
