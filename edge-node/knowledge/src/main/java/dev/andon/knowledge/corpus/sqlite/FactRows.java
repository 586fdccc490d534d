package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactExtractor;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.FoundFact;
import dev.andon.knowledge.corpus.fact.SectionText;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.store.Transaction;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of one manual in `fact` and `fact_words`, within a transaction of the caller. They are
/// derived from its rows in `passage` and can be made anew from them.
record FactRows(Transaction transaction, long manual) {
    /// Writes the facts of a manual from its passages, if another version of the extraction wrote
    /// those that are there. Another program may have done it or forgotten the manual meanwhile.
    static int rewrite(Transaction transaction, long manual) throws SQLException {
        int claimed =
                transaction.update(
                        "update manual set facts_version = ? where id = ? and facts_version < ?",
                        FactExtractor.VERSION,
                        manual,
                        FactExtractor.VERSION);
        if (claimed > 0) {
            transaction.update("delete from fact where manual = ?", manual);
            new FactRows(transaction, manual).insertAll();
        }
        return claimed;
    }

    private void insertAll() throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<SectionText> passages =
                transaction.list(
                        "select * from passage where manual = ? order by ordinal",
                        row -> {
                            ids.add(row.getLong("id"));
                            return passage(row);
                        },
                        manual);
        IndexedWords words = IndexedWords.of(language(), Stream.empty());
        for (FoundFact found : FactExtractor.facts(passages)) {
            insert(found.fact(), ids.get(found.passage()), words);
        }
    }

    private static SectionText passage(ResultSet row) throws SQLException {
        PageRef page = new PageRef(row.getString("page_printed"), row.getInt("page_pdf"));
        return new SectionText(
                HeadingPath.read(row.getString("path")),
                PassageText.parse(row.getString("text"), page));
    }

    private @Nullable String language() throws SQLException {
        return transaction
                .list("select language from manual where id = ?", row -> row.getString(1), manual)
                .getFirst();
    }

    private void insert(Fact fact, long passage, IndexedWords words) throws SQLException {
        Measure measure = fact instanceof Fact.Value value ? value.measure() : null;
        long id =
                transaction.insert(
                        """
                        insert into fact (manual, passage, kind, subject, search_key, quantity,
                            relation, figure_from, figure_to, unit, page_printed, page_pdf, quote,
                            payload)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """,
                        manual,
                        passage,
                        FactKind.of(fact).name(),
                        subject(fact),
                        WrittenCode.canonical(subject(fact)),
                        fact instanceof Fact.Value value ? value.quantity() : null,
                        measure == null ? null : measure.relation().name(),
                        measure == null ? null : measure.from().doubleValue(),
                        measure == null ? null : measure.to().doubleValue(),
                        measure == null ? null : measure.unit(),
                        fact.span().page().printed(),
                        fact.span().page().pdf(),
                        fact.span().quote(),
                        FactPayload.write(fact));
        transaction.update(
                "insert into fact_words (rowid, subject, rest) values (?, ?, ?)",
                id,
                words.words(subject(fact)),
                words.words(rest(fact)));
    }

    private static String subject(Fact fact) {
        return switch (fact) {
            case Fact.Value value -> value.subject();
            case Fact.Fault fault -> fault.code().isEmpty() ? fault.meaning() : fault.code();
            case Fact.Procedure procedure -> procedure.title();
            case Fact.Notice notice -> notice.signal().name();
        };
    }

    /// What else a question may name. A notice is found with its passage.
    private static String rest(Fact fact) {
        return switch (fact) {
            case Fact.Value value ->
                    value.quantity() + "\n" + String.join("\n", value.conditions());
            case Fact.Fault fault ->
                    fault.meaning()
                            + "\n"
                            + String.join("\n", fault.causes())
                            + "\n"
                            + String.join("\n", fault.remedies());
            case Fact.Procedure procedure ->
                    procedure.steps().stream()
                            .map(Fact.TypedStep::text)
                            .collect(Collectors.joining("\n"));
            case Fact.Notice _ -> "";
        };
    }
}
