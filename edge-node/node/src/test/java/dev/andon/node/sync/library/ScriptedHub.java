package dev.andon.node.sync.library;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.Want;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.SigningKey;
import dev.andon.protocol.signature.TrustedKeys;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A hub in memory whose link does what a test says. What it delivers comes on one thread, as from
/// a real link.
final class ScriptedHub implements AutoCloseable {
    static final String SITE = "plant";
    static final String NODE = "edge-1";

    /// What comes of a block that is wanted.
    enum Answer {
        GIVEN,
        LOST,
        SPOILT,
        MISSING
    }

    final SigningKey key;
    final Topics topics = new Topics(SITE);
    final TestBlocks files = new TestBlocks();
    final List<String> served = new CopyOnWriteArrayList<>();
    final AtomicLong bytes = new AtomicLong();
    final Map<String, byte[]> retained = new LinkedHashMap<>();
    volatile Function<String, Answer> script = _ -> Answer.GIVEN;
    volatile boolean shared;
    volatile long version;
    volatile long expires = Long.MAX_VALUE / 2;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon(true).factory());
    private volatile @Nullable Link link;

    ScriptedHub() {
        this(SigningKey.generate());
    }

    ScriptedHub(SigningKey key) {
        this.key = key;
    }

    TrustedKeys keys() {
        return TrustedKeys.of(List.of(key.known()));
    }

    /// Publishes a signed manifest and tells its SHA-256.
    String publish(Manifest manifest) {
        byte[] payload = SyncCodec.encode(manifest);
        byte[] envelope = key.sign(SignedEnvelope.MANIFEST, payload).write();
        retain(topics.manifest(manifest.kind(), manifest.id(), manifest.serial()), envelope);
        return Sha256.of(payload);
    }

    /// Publishes a new catalog that wants these.
    void wants(Catalog.Entry... entries) {
        version++;
        retain(topics.catalog(), catalog(version, entries));
    }

    byte[] catalog(long number, Catalog.Entry... entries) {
        Catalog catalog = new Catalog(SITE, number, 0, expires, List.of(), List.of(entries));
        return key.sign(SignedEnvelope.CATALOG, SyncCodec.encode(catalog)).write();
    }

    /// Publishes a manifest and a catalog that wants it.
    void release(Manifest manifest) {
        wants(entry(manifest, publish(manifest), false));
    }

    static Catalog.Entry entry(Manifest manifest, String sha256, boolean rollback) {
        return new Catalog.Entry(
                manifest.kind(),
                manifest.id(),
                manifest.serial(),
                manifest.revision(),
                sha256,
                List.of(Catalog.EVERYONE),
                rollback);
    }

    /// A plain manifest of a file.
    Manifest manifest(DocumentKind kind, String id, long serial, String fileName, byte[] file) {
        return new Manifest(
                kind,
                id,
                serial,
                "R" + serial,
                id,
                0,
                Long.MAX_VALUE / 2,
                List.of(),
                "en",
                null,
                null,
                fileName,
                "application/octet-stream",
                files.file(file),
                null,
                null);
    }

    void retain(String topic, byte[] message) {
        thread.execute(
                () -> {
                    retained.put(topic, message);
                    Link standing = link;
                    if (standing != null) {
                        standing.give(topic, message, Map.of());
                    }
                });
    }

    void connect(LinkPart part) {
        Link standing = new Link(part);
        thread.execute(
                () -> {
                    link = standing;
                    part.connected(standing);
                    retained.forEach((topic, message) -> standing.give(topic, message, Map.of()));
                });
    }

    void cut() {
        thread.execute(
                () -> {
                    Link standing = link;
                    if (standing != null) {
                        standing.cut = true;
                        link = null;
                        standing.part.lost();
                    }
                });
    }

    /// Waits until all that was said to the hub is done.
    void settle() {
        CompletableFuture.runAsync(() -> {}, thread).join();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void answer(Want want, Link standing) {
        for (String block : want.blocks()) {
            String topic = shared ? topics.sharedBlocks() : topics.blocks(NODE);
            byte[] content = files.blocks.getOrDefault(block, new byte[0]);
            switch (content.length == 0 ? Answer.MISSING : script.apply(block)) {
                case GIVEN -> {
                    served.add(block);
                    bytes.addAndGet(content.length);
                    standing.give(topic, content, Map.of("sha256", block));
                }
                case LOST -> {}
                case SPOILT -> {
                    byte[] other = content.clone();
                    other[other.length / 2] ^= 1;
                    standing.give(topic, other, Map.of("sha256", block));
                }
                case MISSING ->
                        standing.give(topics.blocks(NODE), new byte[0], Map.of("missing", block));
            }
        }
    }

    private final class Link implements MqttLink {
        private final LinkPart part;
        private volatile boolean cut;

        Link(LinkPart part) {
            this.part = part;
        }

        void give(String topic, byte[] message, Map<String, String> properties) {
            boolean wanted = part.subscriptions().stream().anyMatch(each -> each.matches(topic));
            if (wanted && !cut) {
                part.arrived(
                        new Delivery(
                                topic,
                                Payload.of(message),
                                0,
                                false,
                                null,
                                null,
                                null,
                                properties,
                                () -> {}));
            }
        }

        @Override
        public CompletableFuture<Void> publish(Publication publication) {
            if (cut) {
                throw new MqttFailure("lost", "The link is cut.");
            }
            if (publication.topic().equals(topics.want(NODE))) {
                Want want = SyncCodec.decode(publication.payload().bytes(), Want.class);
                thread.execute(() -> answer(want, this));
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void subscribe(String filter, int qos) {}

        @Override
        public @Nullable Delivery next(Duration wait) {
            return null;
        }

        @Override
        public boolean connected() {
            return !cut;
        }

        @Override
        public void close() {
            cut = true;
        }
    }

    /// The blocks of a manifest's file, of all levels, in the order of asking.
    List<String> all() {
        return new ArrayList<>(files.blocks.keySet());
    }
}
