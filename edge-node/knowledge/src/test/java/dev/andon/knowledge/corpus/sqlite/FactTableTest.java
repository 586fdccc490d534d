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
    void forgetsFactsWithTheirManual(@TempDir Path other) {
        try (ManualsFixture small = new ManualsFixture(other).copy(List.of("cv50-a.md"))) {
            small.index();
            String id = small.table.list().getFirst().manual().id();
            small.table.remove(id);
            int left =
                    small.database.read(
                            transaction ->
                                    transaction.only(
                                            "select count(*) from fact", row -> row.getInt(1)));
            assertThat(left).isZero();
        }
    }
}
