package dev.andon.node.bench;

import dev.andon.config.NodeHome;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.store.Database;
import dev.andon.node.EdgeNode;
import dev.andon.node.demo.DemoNode;
import dev.andon.node.demo.Folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The searches and the indexing on seeded synthetic manuals far larger than the demonstration's,
/// in a store of their own that is deleted after it.
///
/// One store grows: to 100 k passages with text, for the searches by words and by vectors, then to
/// a million. Every search is the one that a turn makes.
final class RetrievalBenchmark implements Benchmark {
    private static final long BYTES_A_PASSAGE_MAX = 3_500;
    private static final long BYTES_BESIDE = 200L << 20;

    private final Sizes sizes;

    RetrievalBenchmark() {
        this(Sizes.FULL);
    }

    /// @param sizes smaller ones for a test
    RetrievalBenchmark(Sizes sizes) {
        this.sizes = sizes;
    }

    /// How much is measured. The figures are named for [#FULL] whatever the sizes are.
    ///
    /// @param small passages, the figures' `10k`
    /// @param middle passages, `100k`
    /// @param large passages, `1m`
    /// @param passagesOfManual synthetic manuals are equally long
    /// @param questions timed at each size
    /// @param pages of the manual that is indexed
    /// @param embedded passages
    record Sizes(
            int small,
            int middle,
            int large,
            int passagesOfManual,
            int questions,
            int pages,
            int embedded) {
        static final Sizes FULL = new Sizes(10_000, 100_000, 1_000_000, 5_000, 60, 1_000, 200);
    }

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public void measure(DemoNode demo, Consumer<Figure> figures, Consumer<String> told) {
        measure(demo.node(), demo.home(), figures, told);
    }

    /// Needs no more of a node than its embedder.
    void measure(EdgeNode node, NodeHome home, Consumer<Figure> figures, Consumer<String> told) {
        Path folder = home.runtime().resolve("bench-retrieval");
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            refuseTooLittleSpace(folder);
            new IndexingFigures(node, folder, sizes).measure(figures, told);
            search(folder, figures, told);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            Folders.delete(folder);
        }
    }

    private void search(Path folder, Consumer<Figure> figures, Consumer<String> told)
            throws IOException {
        Path file = folder.resolve("manuals.db");
        SyntheticManuals manuals =
                new SyntheticManuals(sizes.questions(), sizes.passagesOfManual());
        try (Database database = Database.open(file, ManualSchema.SCHEMA)) {
            VectorFigures vectors = new VectorFigures(database, manuals, figures);
            manuals.fill(database, sizes.small(), true, told);
            vectors.scan("10k");
            manuals.fill(database, sizes.middle(), true, told);
            double scan = vectors.scan("100k");
            new KeywordFigures(database, manuals).measure(figures);
            new OtherSearches(folder, sizes).measure(scan, figures, told);
            manuals.fill(database, sizes.large(), false, told);
            vectors.scanOverFloor(sizes.large());
            vectors.recall();
        }
        new OpenFigures(file, sizes).measure(manuals.questions().getFirst(), figures);
    }

    private void refuseTooLittleSpace(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long needed = sizes.large() * BYTES_A_PASSAGE_MAX + BYTES_BESIDE;
        if (free < needed) {
            throw new StageException(
                    Stage.STORE,
                    "disk-full",
                    "%s has %d MiB free and the synthetic manuals need %d: free some space or choose another --home."
                            .formatted(folder, free >> 20, needed >> 20));
        }
    }
}
