package dev.andon.knowledge.corpus.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.FactQuery;
import dev.andon.knowledge.retrieval.sqlite.ManualsFixture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Facts beside the passages of a small site's manuals.
class FactTableTest {
    @TempDir private static Path folder;
    private static ManualsFixture site;

    /// A fact with its manual.
    private record Stated(Manual manual, Fact fact) {}

    @BeforeAll
    static void index() {
        site = new ManualsFixture(folder).copy(ManualsFixture.FILES);
        site.index();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static List<Stated> facts(FactQuery query) {
        List<Stated> found = new ArrayList<>();
        new FactTable(site.database)
                .each(query, (manual, fact) -> found.add(new Stated(manual, fact)));
        return found;
    }

    @Test
    void neverGivesFactsOfASupersededRevision() {
        assertThat(facts(FactQuery.ALL))
                .isNotEmpty()
                .noneMatch(
                        stated ->
                                stated.manual().id().equals("px200")
                                        && "B".equals(stated.manual().revision()));
    }

    @Test
    void givesThoseOfAModelAManualAndAKind() {
        List<Stated> values = facts(new FactQuery(List.of("PX-200"), null, Set.of(FactKind.VALUE)));
        assertThat(values)
                .isNotEmpty()
                .allMatch(stated -> stated.fact() instanceof Fact.Value)
                .allMatch(stated -> stated.manual().appliesTo(List.of("PX-200")));
        String id = values.getFirst().manual().id();
        assertThat(facts(new FactQuery(List.of(), id.toUpperCase(), Set.of())))
                .isNotEmpty()
                .allMatch(stated -> stated.manual().id().equals(id));
        assertThat(facts(new FactQuery(List.of(), "none", Set.of()))).isEmpty();
    }

    @Test
    void findsAnOlderIndexAnewFromItsPassages() {
        List<Stated> before = facts(FactQuery.ALL);
        site.database.write(
                transaction -> {
                    transaction.update("delete from fact");
                    return transaction.update("update manual set facts_version = 0");
                });
        assertThat(facts(FactQuery.ALL)).isEmpty();
        assertThat(site.table.rewriteFacts()).isEqualTo(ManualsFixture.FILES.size());
        assertThat(facts(FactQuery.ALL)).isEqualTo(before);
        assertThat(site.table.rewriteFacts()).isZero();
    }

    @Test
    void findsPassagesByCodeAndBySubject() {
        Fact.Fault fault =
                (Fact.Fault)
                        facts(new FactQuery(List.of(), null, Set.of(FactKind.FAULT)))
                                .getFirst()
                                .fact();
        String canonical = fault.code().replaceAll("[^A-Z0-9]", "");
        List<String> texts =
                site.database.read(
                        transaction -> {
                            String all = ManualRows.current(transaction).keySet().toString();
                            FactSearch search = new FactSearch(transaction, all);
                            List<Long> found = new ArrayList<>(search.about(canonical, 5));
                            assertThat(search.about("NOSUCHCODE1", 5)).isEmpty();
                            Map<String, Double> words =
                                    Map.of("nosuchword_en", 3.0, "torqu_en", 1.0);
                            assertThat(search.withWords(words, 1.0, 5)).isNotEmpty();
                            assertThat(search.withWords(words, 1.5, 5)).isEmpty();
                            assertThat(search.withWords(Map.of(), 0.0, 5)).isEmpty();
                            List<String> read = new ArrayList<>();
                            for (long id : found) {
                                read.add(
                                        transaction.only(
                                                "select text from passage where id = ?",
                                                row -> row.getString(1),
                                                id));
                            }
                            return read;
                        });
        assertThat(texts).isNotEmpty().allMatch(text -> text.contains(fault.code()));
    }

    @Test
    void forgetsFactsWithTheirManual(@TempDir Path other) {
        try (ManualsFixture small = new ManualsFixture(other).copy(List.of("cv50-a.md"))) {
            small.index();
            String id = small.table.list().getFirst().manual().id();
            small.table.remove(id);
            int left =
                    small.database.read(
                            transaction ->
                                    transaction.only(
                                            "select (select count(*) from fact) + (select count(*)"
                                                    + " from fact_words where fact_words match"
                                                    + " 'torqu_en')",
                                            row -> row.getInt(1)));
            assertThat(left).isZero();
        }
    }
}
