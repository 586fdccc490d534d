package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.FactQuery;
import dev.andon.knowledge.corpus.fact.FactStore;
import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The facts in a [Database] of the [ManualSchema].
public final class FactTable implements FactStore {
    private final Database database;

    /// Reads from this database.
    public FactTable(Database database) {
        this.database = database;
    }

    @Override
    public void each(FactQuery query, BiConsumer<Manual, Fact> visitor) {
        database.read(
                transaction -> {
                    for (Map.Entry<Long, Manual> manual :
                            ManualRows.current(transaction).entrySet()) {
                        if (wanted(query, manual.getValue())) {
                            each(transaction, manual, query.kinds(), visitor);
                        }
                    }
                    return visitor;
                });
    }

    private static boolean wanted(FactQuery query, Manual manual) {
        return manual.appliesTo(query.models())
                && (query.manual() == null || query.manual().equalsIgnoreCase(manual.id()));
    }

    private static void each(
            Transaction transaction,
            Map.Entry<Long, Manual> manual,
            Set<FactKind> kinds,
            BiConsumer<Manual, Fact> visitor)
            throws SQLException {
        transaction.each(
                """
                select kind, payload from fact
                where manual = ?1 and (?2 = '[]' or kind in (select value from json_each(?2)))
                order by id\
                """,
                row ->
                        visitor.accept(
                                manual.getValue(),
                                FactPayload.read(row.getString("kind"), row.getString("payload"))),
                manual.getKey(),
                kinds.stream()
                        .map(kind -> '"' + kind.name() + '"')
                        .collect(Collectors.joining(",", "[", "]")));
    }
}
