package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactExtractor;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.FoundFact;
import dev.andon.knowledge.corpus.fact.SectionText;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.store.Transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The rows of one manual in `fact`, within a transaction of the caller. They are derived
/// from its rows in `passage` and can be made anew from them.
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
        for (FoundFact found : FactExtractor.facts(passages)) {
            insert(found.fact(), ids.get(found.passage()));
        }
    }

    private static SectionText passage(ResultSet row) throws SQLException {
        PageRef page = new PageRef(row.getString("page_printed"), row.getInt("page_pdf"));
        return new SectionText(
                HeadingPath.read(row.getString("path")),
                PassageText.parse(row.getString("text"), page));
    }

    private void insert(Fact fact, long passage) throws SQLException {
        Measure measure = fact instanceof Fact.Value value ? value.measure() : null;
        transaction.insert(
                """
                insert into fact (manual, passage, kind, subject, quantity,
                    relation, figure_from, figure_to, unit, page_printed, page_pdf, quote,
                    payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                manual,
                passage,
                FactKind.of(fact).name(),
                subject(fact),
                fact instanceof Fact.Value value ? value.quantity() : null,
                measure == null ? null : measure.relation().name(),
                measure == null ? null : measure.from().doubleValue(),
                measure == null ? null : measure.to().doubleValue(),
                measure == null ? null : measure.unit(),
                fact.span().page().printed(),
                fact.span().page().pdf(),
                fact.span().quote(),
                FactPayload.write(fact));
    }

    private static String subject(Fact fact) {
        return switch (fact) {
            case Fact.Value value -> value.subject();
            case Fact.Fault fault -> fault.code().isEmpty() ? fault.meaning() : fault.code();
            case Fact.Procedure procedure -> procedure.title();
            case Fact.Notice notice -> notice.signal().name();
        };
    }
}
