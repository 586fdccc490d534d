package dev.andon.node.bench.sync;

import dev.andon.config.HubHome;
import dev.andon.protocol.Sha256;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// How much the hub publishes when many nodes fetch the same file at once.
final class FanOutPart implements SyncPart {
    private static final long SEED = 20;
    private static final String ID = "bench-file";
    private static final String REVISION = "1";
    private static final Duration SERVED_MAX = Duration.ofMinutes(10);
    private static final Duration GREETED_MAX = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public void measure(Stand stand) {
        List<LibraryNode> nodes = new ArrayList<>();
        try {
            byte[] bytes = new byte[stand.sizes().fileMib() << 20];
            new Random(SEED).nextBytes(bytes);
            Path file = Files.write(stand.folder().resolve("bench.bin"), bytes);
            Path home = stand.folder().resolve("hub");
            list(home, bytes);
            try (BenchHub hub = BenchHub.start(home, "")) {
                try {
                    fetch(stand, hub, file, nodes);
                } finally {
                    nodes.forEach(LibraryNode::close);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file is one of a model, so that nothing of it is read; models must be listed.
    private static void list(Path home, byte[] bytes) throws IOException {
        Path models = new HubHome(home).models();
        Files.createDirectories(models);
        Files.writeString(
                models.resolve("manifest.json"),
                """
                {"manifest": 1, "models": [{"name": "bench", "kind": "voice", "engine": "none",
                 "description": "Random bytes.", "languages": [], "licence": "CC0-1.0",
                 "homepage": "none", "source": "download", "files": [{"path": "bench.bin",
                 "url": "https://example.invalid/bench.bin", "sizeBytes": %d, "sha256": "%s",
                 "archive": "none"}]}]}
                """
                        .formatted(bytes.length, Sha256.of(bytes)));
    }

    private static void fetch(Stand stand, BenchHub hub, Path file, List<LibraryNode> nodes)
            throws IOException {
        int clients = stand.sizes().clients();
        for (int i = 1; i <= clients; i++) {
            nodes.add(LibraryNode.join(hub, stand.folder(), "edge-" + i));
        }
        nodes.forEach(node -> node.awaitGreeting(GREETED_MAX));
        hub.run(
                "library",
                "add",
                file.toString(),
                "--kind",
                "model",
                "--id",
                ID,
                "--revision",
                REVISION);
        String document = "model/" + ID;
        hub.run("library", "stage", document, REVISION, "--ring", "everyone");
        long begun = System.nanoTime();
        nodes.forEach(node -> node.awaitServing(REVISION, SERVED_MAX));
        double seconds = Waiting.secondsSince(begun);
        long published = new Published(hub, document, REVISION).bytes();
        stand.atMost(
                1.2,
                "fanout_ratio",
                (double) published / Files.size(file),
                "ratio",
                "%d bytes published for %d nodes that fetch a file of %d at once"
                        .formatted(published, clients, Files.size(file)));
        stand.figure(
                "fanout_s", seconds, "s", "from the end of the stage command to the last node");
    }
}
