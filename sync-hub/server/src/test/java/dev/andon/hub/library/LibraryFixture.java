package dev.andon.hub.library;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.models.Manifest;
import dev.andon.models.ModelStore;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.signature.SigningKey;
import dev.andon.protocol.signature.TrustedKeys;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// A library on a real store, with a clock that only tests move, and a fleet that says what tests
/// let it say.
public final class LibraryFixture implements AutoCloseable {
    /// The demo plant's manuals.
    public static final Path MANUALS =
            Path.of(System.getProperty("andon.root", "../.."))
                    .resolve("device-config/demo/manuals");

    public static final Path PX200_B = MANUALS.resolve("palletiser-px200-service-b.pdf");
    public static final Path PX200_C = MANUALS.resolve("palletiser-px200-service-c.pdf");
    public static final DocumentKey PX200 = DocumentKey.named("px200-service");

    public final Path folder;
    public final SigningKey key;
    public final HubStore store;
    public final Library library;
    private final AtomicLong now = new AtomicLong(1_800_000_000_000L);
    private final AtomicLong events = new AtomicLong();

    private LibraryFixture(Path folder, SigningKey key, StoreSettings database) {
        LibrarySettings settings =
                LibrarySettings.of("plant", folder.resolve("library"))
                        .lasting(Duration.ofDays(100), Duration.ofDays(10));
        this.folder = folder;
        this.key = key;
        this.store = HubStore.open(database);
        this.library = Library.open(settings, store, key, models(), clock());
    }

    public static LibraryFixture open(Path folder) {
        return open(folder, SigningKey.generate());
    }

    public static LibraryFixture open(Path folder, SigningKey key) {
        return open(folder, key, StoreSettings.sqlite(folder.resolve("hub.db")));
    }

    public static LibraryFixture open(Path folder, SigningKey key, StoreSettings database) {
        return new LibraryFixture(folder, key, database);
    }

    /// The library with revisions B and C of the palletiser's manual: made once for all tests,
    /// since embedding it takes a while. Each gets a copy of its own.
    public static LibraryFixture withPalletiser(Path folder) {
        Palletiser made = Palletiser.MADE;
        try (Stream<Path> all = Files.walk(made.folder)) {
            for (Path from : all.toList()) {
                Path to = folder.resolve(made.folder.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LibraryFixture copy = open(folder, made.key);
        copy.now.set(made.now);
        return copy;
    }

    /// What came of adding revision B.
    public static Added palletiserB() {
        return Palletiser.MADE.b;
    }

    /// What came of adding revision C after it.
    public static Added palletiserC() {
        return Palletiser.MADE.c;
    }

    private record Palletiser(Path folder, SigningKey key, long now, Added b, Added c) {
        static final Palletiser MADE = make();

        private static Palletiser make() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "palletiser");
                SigningKey key = SigningKey.generate();
                try (LibraryFixture plant = LibraryFixture.open(folder, key)) {
                    Added b = plant.add(PX200_B);
                    return new Palletiser(folder, key, plant.now(), b, plant.add(PX200_C));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// One folder of models for all tests: unpacking takes a while.
    public static ModelStore models() {
        return new ModelStore(Path.of("target/models").toAbsolutePath(), Manifest.bundled());
    }

    public InstantSource clock() {
        return () -> Instant.ofEpochMilli(now.get());
    }

    public long now() {
        return now.get();
    }

    public void pass(Duration time) {
        now.addAndGet(time.toMillis());
    }

    public TrustedKeys trusted() {
        return TrustedKeys.of(List.of(key.known()));
    }

    /// Adds a manual with its sidecar.
    public Added add(Path manual) {
        return library.add(Addition.manual(manual, DeclaredManual.NOTHING), (_, _) -> {});
    }

    /// Adds a small manual in Markdown.
    public Added add(String id, String revision, String text) throws IOException {
        Path file = Files.createTempDirectory(folder, "draft").resolve(id + ".md");
        Files.writeString(
                file,
                "---\nid: %s\ntitle: Manual of %s\nrevision: %s\nlanguage: en\n---\n\n%s\n"
                        .formatted(id, id, revision, text));
        return add(file);
    }

    /// Adds words of commands, which no embedder has to read.
    public Added phrases(String revision) throws IOException {
        Path file = Files.createTempDirectory(folder, "draft").resolve("commands-en.txt");
        Files.writeString(file, "stop = stop talking in revision " + revision + "\n");
        return phrases(file, revision);
    }

    public Added phrases(Path file, String revision) {
        DeclaredManual said = new DeclaredManual(null, null, revision, null, null, null);
        return library.add(
                new Addition(DocumentKind.PHRASES, file, said, null, false), (_, _) -> {});
    }

    /// A node says what it serves.
    public void status(String node, boolean online, Installed... installed) {
        status(node, online, List.of(), installed);
    }

    public void status(
            String node, boolean online, List<EngineState> health, Installed... installed) {
        now.incrementAndGet();
        NodeStatus status =
                new NodeStatus(
                        node,
                        "00000000000000aa",
                        online,
                        1,
                        "1",
                        List.of(1),
                        null,
                        List.of(installed),
                        List.of(),
                        null,
                        null,
                        null,
                        health);
        String json = new String(SyncCodec.encode(status), StandardCharsets.UTF_8);
        store.write(
                h ->
                        h.execute(
                                """
                                insert into node_status (node, epoch, online, since, version, json,
                                    received_at, changed_at)
                                values (?, '00000000000000aa', ?, 1, '1', ?, ?, ?)
                                on conflict (node) do update set online = excluded.online,
                                    json = excluded.json, received_at = excluded.received_at\
                                """,
                                node,
                                online,
                                json,
                                now.get(),
                                now.get()));
    }

    /// A node reports an installation.
    public void report(String node, DocumentKey document, long serial, String state) {
        report(node, document.name(), serial, state, null);
    }

    public void refuse(String node, DocumentKey document, long serial, String code) {
        report(node, document.name(), serial, "refused", code);
    }

    private synchronized void report(
            String node, String document, long serial, String state, @Nullable String code) {
        store.write(
                h -> {
                    long seq = event(h, node, "installation");
                    return h.execute(
                            """
                            insert into installation_said (node, epoch, seq, document, serial,
                                revision, state, code, reason, bytes_fetched, bytes_reused,
                                vectors_taken, vectors_made, questions_asked, questions_passed,
                                millis)
                            values (?, '00000000000000aa', ?, ?, ?, '?', ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)\
                            """,
                            node,
                            seq,
                            document,
                            serial,
                            state,
                            code,
                            code == null ? null : "the reason for " + code);
                });
    }

    /// A node reports how an engine is.
    public synchronized void engine(String node, String engine, String state) {
        store.write(
                h ->
                        h.execute(
                                """
                                insert into health_said (node, epoch, seq, subject, state, detail)
                                values (?, '00000000000000aa', ?, ?, ?, null)\
                                """,
                                node,
                                event(h, node, "health"),
                                "engine/" + engine,
                                state));
    }

    private long event(Handle h, String node, String kind) {
        long at = now.incrementAndGet();
        long seq = events.incrementAndGet();
        h.execute(
                """
                insert into event (node, epoch, seq, sha256, kind, json, boot, up_ms, at, true_at,
                    clock, received_at)
                values (?, '00000000000000aa', ?, '', ?, '{}', 'b', 1, ?, ?, 'right', ?)\
                """,
                node,
                seq,
                kind,
                at,
                at,
                at);
        return seq;
    }

    @Override
    public void close() {
        store.close();
    }
}
