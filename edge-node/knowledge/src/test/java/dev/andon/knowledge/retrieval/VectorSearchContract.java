package dev.andon.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualSource;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.ReadingVersion;
import dev.andon.knowledge.corpus.sqlite.ManualRows;
import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.corpus.sqlite.PassageTable;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.VectorSearch.Neighbour;
import dev.andon.knowledge.store.Database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What every [VectorSearch] keeps.
public abstract class VectorSearchContract {
    protected static final int DIMENSIONS = 384;
    private static final EmbedderFingerprint RANDOM =
            new EmbedderFingerprint("random", "00", "none", "", "", "none", 1, DIMENSIONS);
    private static final EmbedderFingerprint OTHER =
            new EmbedderFingerprint("other", "00", "none", "", "", "none", 1, DIMENSIONS);
    private static final ReadingVersion VERSION = new ReadingVersion(1, 1);
    private static final int PASSAGES = 1_500;
    private static final int QUESTIONS = 40;
    private static final int NEAREST = 10;

    protected final Random random = new Random(42);
    private final Map<Long, Embedding> stored = new LinkedHashMap<>();
    private Database database;
    private VectorSearch search;

    /// A search for questions that this embedder embedded.
    protected abstract VectorSearch search(EmbedderFingerprint embedder);

    /// The share of the true ten nearest that an approximate index may not fall below.
    protected double recallMin() {
        return 0.95;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.open(folder.resolve("index.db"), ManualSchema.SCHEMA);
        search = search(RANDOM);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsAlmostAllOfTheNearest() {
        put("one", RANDOM, clustered(PASSAGES));
        put("two", RANDOM, clustered(PASSAGES));
        int hits = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Embedding question = clustered(1).getFirst();
            List<Long> found = ids(nearest(question, NEAREST, "one", "two"));
            assertThat(found).hasSize(NEAREST).doesNotHaveDuplicates();
            found.retainAll(trueNearest(question));
            hits += found.size();
        }
        assertThat((double) hits / QUESTIONS / NEAREST).isGreaterThanOrEqualTo(recallMin());
    }

    @Test
    void tellsTheCosineAndPutsTheNearestFirst() {
        put("one", RANDOM, clustered(200));
        Embedding question = clustered(1).getFirst();
        List<Neighbour> found = nearest(question, NEAREST, "one");
        assertThat(found)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Neighbour::cosine)
                                .reversed()
                                .thenComparingLong(Neighbour::passage))
                .allSatisfy(
                        neighbour ->
                                assertThat(neighbour.cosine())
                                        .isCloseTo(
                                                question.cosine(stored.get(neighbour.passage())),
                                                within(1e-6)));
    }

    @Test
    void putsEquallyNearPassagesInTheOrderOfTheirIds() {
        Embedding same = clustered(1).getFirst();
        put("one", RANDOM, List.of(same, same, same));
        assertThat(ids(nearest(same, 3, "one"))).hasSize(3).isSorted();
    }

    @Test
    void givesAsManyAsAreAskedForOrThereAre() {
        put("one", RANDOM, clustered(60));
        Embedding question = clustered(1).getFirst();
        int most = Retriever.CANDIDATES_MAX;
        assertThat(nearest(question, most, "one")).hasSize(most);
        assertThat(nearest(question, 1, "one")).hasSize(1);
        put("two", RANDOM, clustered(4));
        assertThat(nearest(question, most, "two")).hasSize(4);
    }

    @Test
    void searchesTheseManualsOnly() {
        put("one", RANDOM, clustered(100));
        List<Long> one = List.copyOf(stored.keySet());
        put("two", RANDOM, clustered(100));
        Embedding question = clustered(1).getFirst();
        assertThat(ids(nearest(question, NEAREST, "one"))).hasSize(NEAREST).isSubsetOf(one);
        assertThat(ids(nearest(question, NEAREST, "two"))).doesNotContainAnyElementsOf(one);
        assertThat(nearest(question, NEAREST)).isEmpty();
    }

    @Test
    void findsNothingInAnEmptyStore() {
        assertThat(nearest(clustered(1).getFirst(), NEAREST)).isEmpty();
    }

    @Test
    void leavesOutWhatAnotherEmbedderMade() {
        put("one", OTHER, clustered(20));
        put("two", RANDOM, clustered(3));
        assertThat(nearest(clustered(1).getFirst(), NEAREST, "one", "two")).hasSize(3);
    }

    @Test
    void followsTheStore() {
        List<Embedding> vectors = clustered(20);
        put("one", RANDOM, vectors);
        nearest(vectors.getFirst(), 1, "one");
        List<Embedding> more = clustered(5);
        put("two", RANDOM, more);
        Neighbour added = nearest(more.getLast(), 1, "one", "two").getFirst();
        assertThat(added.cosine()).isGreaterThan(0.9999);
        new PassageTable(database).remove("two");
        assertThat(ids(nearest(more.getLast(), NEAREST, "one"))).doesNotContain(added.passage());
    }

    @Test
    void searchesTheMomentOfTheTransaction() {
        put("one", RANDOM, clustered(5));
        Embedding question = clustered(1).getFirst();
        List<Long> later =
                database.read(
                        moment -> {
                            Set<Long> manuals = ManualRows.current(moment).keySet();
                            Thread writer =
                                    Thread.ofPlatform()
                                            .start(() -> put("one", RANDOM, clustered(7)));
                            join(writer);
                            assertThat(search.nearest(moment, question, manuals, NEAREST))
                                    .hasSize(5);
                            return ids(search.nearest(moment, question, manuals, NEAREST));
                        });
        assertThat(ids(nearest(question, NEAREST, "one")))
                .hasSize(7)
                .doesNotContainAnyElementsOf(later);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Neighbour> nearest(Embedding question, int limit, String... manuals) {
        return database.read(
                moment -> {
                    Set<Long> rows =
                            ManualRows.current(moment).entrySet().stream()
                                    .filter(row -> List.of(manuals).contains(row.getValue().id()))
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet());
                    return search.nearest(moment, question, rows, limit);
                });
    }

    private List<Long> trueNearest(Embedding question) {
        return stored.keySet().stream()
                .sorted(Comparator.comparingDouble(id -> -question.cosine(stored.get(id))))
                .limit(NEAREST)
                .toList();
    }

    private static List<Long> ids(List<Neighbour> neighbours) {
        return neighbours.stream().map(Neighbour::passage).collect(Collectors.toList());
    }

    /// Vectors in one direction with little between them, as an embedder's are.
    protected final List<Embedding> clustered(int count) {
        List<Embedding> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                values[d] = (float) (random.nextGaussian() * 0.4 + Math.sin(d));
            }
            vectors.add(Embedding.normalised(values));
        }
        return vectors;
    }

    /// Stores a manual of passages with these vectors in place of the one with this id.
    private void put(String id, EmbedderFingerprint embedder, List<Embedding> vectors) {
        Block text = new Block.Paragraph("passage", PageRef.NONE);
        List<EmbeddedChunk> chunks =
                IntStream.range(0, vectors.size())
                        .mapToObj(
                                ordinal ->
                                        new EmbeddedChunk(
                                                new Chunk(
                                                        ordinal,
                                                        List.of(),
                                                        PageRef.NONE,
                                                        List.of(text)),
                                                vectors.get(ordinal)))
                        .toList();
        Manual manual = new Manual(id, id, "1", "en", List.of(), null);
        Path file = Path.of("/" + id + ".md");
        new PassageTable(database)
                .put(
                        new ManualSource(manual, file, id, DeclaredManual.NOTHING, VERSION),
                        chunks,
                        embedder);
        remember();
    }

    private void remember() {
        database.read(
                moment -> {
                    moment.each(
                            "select id, embedding from passage order by id",
                            row ->
                                    stored.put(
                                            row.getLong(1), Embedding.fromBytes(row.getBytes(2))));
                    return stored;
                });
    }
}
