package dev.andon.node.bench;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualSource;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.ReadingVersion;
import dev.andon.knowledge.corpus.sqlite.PassageTable;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A store that grows: manuals of synthetic text and vectors, put into it as the indexer puts them.
///
/// The first vectors of the generator are the questions, so that these lie in the same clusters.
final class SyntheticManuals {
    /// What the vectors of the store seem to be made by.
    static final EmbedderFingerprint EMBEDDER =
            new EmbedderFingerprint("synthetic", "00", "none", "", "", "none", 1, 384);

    private static final long SEED = 11;
    private static final int VOCABULARY = 50_000;
    private static final int WORDS_OF_PASSAGE = 100;
    private static final int PASSAGES_OF_SECTION = 5;

    private final SyntheticVectors vectors = new SyntheticVectors(EMBEDDER.dimensions(), SEED);
    private final SyntheticText text = new SyntheticText(SEED, VOCABULARY);
    private final List<Embedding> questions = new ArrayList<>();
    private final ExactNeighbours exact;
    private final int passagesOfManual;
    private int passages;

    /// @param questions how many
    /// @param passagesOfManual in a manual
    SyntheticManuals(int questions, int passagesOfManual) {
        this.passagesOfManual = passagesOfManual;
        for (int i = 0; i < questions; i++) {
            this.questions.add(Embedding.normalised(vectors.next()));
        }
        this.exact = new ExactNeighbours(this.questions);
    }

    /// Adds manuals until the store has so many passages.
    ///
    /// @param worded whether the passages have text; else a word
    /// @param told how far it is
    void fill(Database database, int upTo, boolean worded, Consumer<String> told) {
        PassageTable table = new PassageTable(database);
        int tenth = Math.max(1, (upTo - passages) / 10);
        while (passages < upTo) {
            int before = passages / tenth;
            put(table, Math.min(passagesOfManual, upTo - passages), worded);
            if (passages / tenth > before) {
                told.accept("filled in %,d of %,d passages".formatted(passages, upTo));
            }
        }
    }

    /// Writes the first vectors of the store, and the questions, as rows of floats.
    static void write(Path vectorFile, Path questionFile, int questions, int vectors)
            throws IOException {
        SyntheticVectors again = new SyntheticVectors(EMBEDDER.dimensions(), SEED);
        again.write(questionFile, questions);
        again.write(vectorFile, vectors);
    }

    int passages() {
        return passages;
    }

    List<Embedding> questions() {
        return List.copyOf(questions);
    }

    ExactNeighbours exact() {
        return exact;
    }

    /// Questions about the text, the same number of different ones each time.
    List<String> askedInWords(int count) {
        SyntheticText asks = new SyntheticText(SEED + 1, VOCABULARY);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asked.add(asks.question());
        }
        return asked;
    }

    private void put(PassageTable table, int count, boolean worded) {
        String name = "manual-" + passages;
        List<EmbeddedChunk> chunks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            float[] vector = vectors.next();
            exact.offer(vector);
            chunks.add(new EmbeddedChunk(chunk(name, i, worded), Embedding.normalised(vector)));
        }
        table.put(
                new ManualSource(
                        new Manual(name, name, "1", "en", List.of(), null),
                        Path.of("/" + name + ".md"),
                        name,
                        DeclaredManual.NOTHING,
                        new ReadingVersion(1, 1)),
                chunks,
                EMBEDDER);
        passages += count;
    }

    private Chunk chunk(String manual, int ordinal, boolean worded) {
        String written = worded ? text.passage(WORDS_OF_PASSAGE) : "passage";
        String section = worded ? text.passage(3) : "section";
        return new Chunk(
                ordinal,
                List.of(manual, section + " " + ordinal / PASSAGES_OF_SECTION),
                PageRef.NONE,
                List.of(new Block.Paragraph(written, PageRef.NONE)));
    }
}
