package dev.andon.node.bench.sync;

import dev.andon.config.NodeHome;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.mqtt.MqttFailure;
import dev.andon.node.bench.Benchmark;
import dev.andon.node.bench.Figure;
import dev.andon.node.demo.DemoNode;
import dev.andon.node.demo.Folders;
import dev.andon.node.sync.SyncException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The sync: how fast, how safe, how little on the wire. Each part has a hub of its own in a folder
/// that is deleted after it, and can be measured alone: `--only sync.push`.
///
/// A part that fails is told as not measured, and the others go on.
public final class SyncBenchmark implements Benchmark {
    private static final String NAME = "sync";

    /// The hub's database and its broker's journal of the longest part.
    private static final long BYTES_MIN = 8L << 30;

    private final String name;
    private final List<SyncPart> parts;
    private final Sizes sizes;

    private SyncBenchmark(String name, List<SyncPart> parts, Sizes sizes) {
        this.name = name;
        this.parts = parts;
        this.sizes = sizes;
    }

    /// All parts.
    public SyncBenchmark() {
        this(NAME, SyncParts.ALL, Sizes.FULL);
    }

    /// Each part alone, `sync.push`.
    public static List<Benchmark> alone() {
        return SyncParts.ALL.stream().map(part -> (Benchmark) alone(part, Sizes.FULL)).toList();
    }

    /// @param sizes smaller ones for a test
    static SyncBenchmark alone(SyncPart part, Sizes sizes) {
        return new SyncBenchmark(NAME + "." + part.name(), List.of(part), sizes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public void measure(DemoNode demo, Consumer<Figure> figures, Consumer<String> told) {
        measure(demo.home(), () -> demo, figures, told);
    }

    /// @param home whose folder for passing things is used
    /// @param demo asked for by the part that needs a whole node
    void measure(
            NodeHome home,
            Supplier<DemoNode> demo,
            Consumer<Figure> figures,
            Consumer<String> told) {
        Path folder = home.runtime().resolve("bench-sync");
        Folders.delete(folder);
        if (sizes.equals(Sizes.FULL)) {
            refuseTooLittleSpace(home);
        }
        try {
            for (SyncPart part : parts) {
                Path own = folder.resolve(part.name());
                measure(part, new Stand(own, demo, sizes, figures, told));
                Folders.delete(own);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static void measure(SyncPart part, Stand stand) {
        long begun = System.nanoTime();
        try {
            Files.createDirectories(stand.folder());
            part.measure(stand);
            stand.told()
                    .accept(
                            "sync.%s: measured in %.0f s"
                                    .formatted(part.name(), Waiting.secondsSince(begun)));
        } catch (SyncException | StageException | MqttFailure | UncheckedIOException e) {
            stand.told().accept("not measured: sync.%s: %s".formatted(part.name(), e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseTooLittleSpace(NodeHome home) {
        try {
            long free = Files.getFileStore(home.runtime()).getUsableSpace();
            if (free < BYTES_MIN) {
                throw new StageException(
                        Stage.STORE,
                        "disk-full",
                        "%s has %d MiB free and the measures of the sync need %d: free some space or choose another --home."
                                .formatted(home.root(), free >> 20, BYTES_MIN >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
