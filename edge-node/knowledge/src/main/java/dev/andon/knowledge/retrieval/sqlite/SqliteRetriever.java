package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.RankFusion.Fused;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Transaction;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Searches the index by words, by codes and by vectors, and fuses the three rankings.
///
/// All of one question is read in one transaction: while manuals are being indexed it sees them as
/// they were or as they are, never mixed.
public final class SqliteRetriever implements Retriever {
    private final Database database;
    private final Embedder embedder;
    private final VectorSearch vectors;
    private final Scopes scopes;

    /// Which manuals may answer a question about some models.
    private interface Scopes {
        Scope of(Transaction transaction, List<String> models) throws SQLException;
    }

    /// Searches a database of the schema of `corpus.sqlite`.
    ///
    /// @param embedder of questions; passages that another one embedded are found by words alone
    /// @param vectors searches the vectors of this embedder
    public SqliteRetriever(Database database, Embedder embedder, VectorSearch vectors) {
        this(database, embedder, vectors, Scope::of);
    }

    private SqliteRetriever(
            Database database, Embedder embedder, VectorSearch vectors, Scopes scopes) {
        this.database = database;
        this.embedder = embedder;
        this.vectors = vectors;
        this.scopes = scopes;
    }

    /// Searches as if a staged revision were served: for its trial, and for nobody else.
    ///
    /// @param file that the revision was read from
    public static SqliteRetriever trying(
            Database database, Embedder embedder, VectorSearch vectors, Path file) {
        return new SqliteRetriever(
                database,
                embedder,
                new StagedVectorSearch(vectors),
                (transaction, models) -> Scope.trying(transaction, models, file.toString()));
    }

    @Override
    public List<Passage> retrieve(Question question) {
        if (question.text().isBlank()) {
            return List.of();
        }
        Embedding vector = embedder.embedQuery(bounded(question.text()));
        return database.read(transaction -> retrieve(transaction, question, vector));
    }

    private List<Passage> retrieve(Transaction transaction, Question question, Embedding vector)
            throws SQLException {
        Searches searches =
                Searches.run(
                        transaction,
                        scopes.of(transaction, question.models()),
                        question,
                        vector,
                        vectors);
        List<Fused> best = searches.fused().stream().limit(PASSAGES_MAX).toList();
        TermCover cover = TermCover.of(transaction, searches.terms(), Searches.ids(best));
        Ranking ranking = new Ranking(searches, cover, vector);
        return passages(transaction, best, searches.scope(), ranking);
    }

    private List<Passage> passages(
            Transaction transaction, List<Fused> best, Scope scope, Ranking ranking)
            throws SQLException {
        Map<Long, FoundPassage> rows =
                FoundPassage.read(transaction, Searches.ids(best), embedder.fingerprint());
        SectionRows sections = new SectionRows(transaction);
        List<Passage> passages = new ArrayList<>();
        for (Fused fused : best) {
            // The searches gave ids of this very moment and scope only.
            FoundPassage row = Objects.requireNonNull(rows.get(fused.passage()));
            Manual manual = Objects.requireNonNull(scope.manuals().get(row.manual()));
            passages.add(
                    new Passage(
                            fused.passage(),
                            manual,
                            row.path(),
                            row.page(),
                            row.text(),
                            ranking.evidence(fused, row, manual),
                            sections.around(row)));
        }
        return List.copyOf(passages);
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), QuestionTerms.CHARS_MAX));
    }

    /// All that speaks for the passages of one question.
    private record Ranking(Searches searches, TermCover cover, Embedding question) {
        Evidence evidence(Fused fused, FoundPassage row, Manual manual) {
            long id = fused.passage();
            return new Evidence(
                    fused.score(),
                    searches.byWords().indexOf(id) + 1,
                    searches.byVectors().indexOf(id) + 1,
                    row.cosine(question),
                    cover.of(id, manual),
                    cover.hasCode(id));
        }
    }
}
