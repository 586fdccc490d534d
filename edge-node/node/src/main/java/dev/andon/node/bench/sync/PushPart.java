package dev.andon.node.bench.sync;

import dev.andon.protocol.fact.InstallationFact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// How much of a large manual a node fetches when the text of one page has changed: file, vectors
/// and lists of blocks together.
final class PushPart implements SyncPart {
    private static final String ID = "bench-manual";
    private static final Duration SERVED_MAX = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "push";
    }

    @Override
    public void measure(Stand stand) {
        Path first = stand.folder().resolve("manual-a.pdf");
        Path second = stand.folder().resolve("manual-b.pdf");
        try {
            BenchPdf.write(first, stand.sizes().pdfMib());
            BenchPdf.revise(first, second);
            push(stand, first, second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void push(Stand stand, Path first, Path second) throws IOException {
        try (BenchHub hub = BenchHub.start(stand.folder().resolve("hub"), "");
                LibraryNode node = LibraryNode.join(hub, stand.folder(), "edge-1")) {
            add(hub, first, "A");
            InstallationFact before = node.awaitServing("A", SERVED_MAX);
            add(hub, second, "B");
            InstallationFact after = node.awaitServing("B", SERVED_MAX);
            long bytes = Files.size(second);
            String against =
                    "%d of %d bytes, %d of them copied from revision A; the hub published %d"
                            .formatted(
                                    after.bytesFetched(),
                                    bytes,
                                    after.bytesReused(),
                                    new Published(hub, "manual/" + ID, "B").bytes());
            stand.atMost(
                    0.03,
                    "push_bytes_ratio",
                    (double) after.bytesFetched() / bytes,
                    "ratio",
                    against);
            stand.figure(
                    "push_whole_mib_per_s",
                    before.bytesFetched() / 1024.0 / 1024 / (before.millis() / 1000.0),
                    "MiB/s",
                    "revision A, nothing of it there, one node");
        }
    }

    private static void add(BenchHub hub, Path file, String revision) {
        hub.run(
                "library",
                "add",
                file.toString(),
                "--id",
                ID,
                "--title",
                "Bench manual",
                "--revision",
                revision,
                "--language",
                "en");
        hub.run("library", "stage", ID, revision, "--ring", "everyone");
    }
}
