package dev.andon.hub.library.serve;

import dev.andon.mqtt.Delivery;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.Catalog.Entry;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.Want;
import dev.andon.protocol.library.Block;
import dev.andon.protocol.library.VectorRecord;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.TrustedKeys;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A node as the protocol describes it, in memory: believes nobody, fetches only what it lacks,
/// asks again after a silence.
final class ScriptedNode implements Runnable {
    private static final int CREDITS = Want.BLOCKS_MAX;
    private static final long SILENCE_MS = 3_000;

    /// Copies of a block that do not match their name until it gives up.
    private static final int CORRUPT_MAX = 2;

    final String name;
    final Map<String, byte[]> blocks = new ConcurrentHashMap<>();
    final Map<String, Manifest> installed = new ConcurrentHashMap<>();
    final List<String> complaints = java.util.Collections.synchronizedList(new ArrayList<>());
    volatile long bytesFetched;

    /// Its clock, UTC milliseconds; it stands still unless it is told.
    volatile LongSupplier clock = () -> 0;

    /// Told of each entry that it refuses, with the code.
    volatile BiConsumer<Entry, String> refuses = (_, _) -> {};

    private final Topics topics = new Topics("plant");
    private final TrustedKeys keys;
    private final Consumer<Delivery> hub;
    private final BiConsumer<ScriptedNode, Manifest> done;
    private final LinkedBlockingQueue<Delivery> inbox = new LinkedBlockingQueue<>();
    private final Map<String, byte[]> manifests = new HashMap<>();
    private final Map<String, String> unbelieved = new HashMap<>();
    private final Map<String, Integer> corrupt = new HashMap<>();
    private final Set<Entry> refused = new HashSet<>();
    private @Nullable Catalog catalog;

    /// @param hub takes what the node publishes
    /// @param done told of each manifest that was installed
    ScriptedNode(
            String name,
            TrustedKeys keys,
            Consumer<Delivery> hub,
            BiConsumer<ScriptedNode, Manifest> done) {
        this.name = name;
        this.keys = keys;
        this.hub = hub;
        this.done = done;
    }

    /// What it wants to hear.
    List<String> filters() {
        return List.of(
                topics.catalog(),
                "andon/v1/plant/library/+/+/manifest/+",
                topics.sharedBlocks(),
                topics.blocks(name));
    }

    /// Something came for it.
    void arrived(Delivery delivery) {
        inbox.add(delivery);
    }

    Thread start(MemoryBroker broker) {
        filters().forEach(filter -> broker.subscribe(filter, this::arrived));
        return start();
    }

    Thread start() {
        return Thread.ofVirtual().name(name).start(this);
    }

    @Override
    public void run() {
        try {
            while (true) {
                hear(inbox.take());
                install();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(Delivery delivery) {
        if (delivery.topic().endsWith("/blocks")) {
            block(delivery);
        } else if (delivery.payload().length() > 0) {
            signed(delivery);
        }
    }

    private void signed(Delivery delivery) {
        try {
            SignedEnvelope envelope = SignedEnvelope.read(delivery.payload().bytes());
            if (delivery.topic().equals(topics.catalog())) {
                byte[] payload = keys.open(envelope, SignedEnvelope.CATALOG);
                Catalog next = SyncCodec.decode(payload, Catalog.class);
                if (catalog != null && next.version() < catalog.version()) {
                    complaints.add("older-revision");
                } else {
                    catalog = next;
                }
            } else {
                byte[] payload = keys.open(envelope, SignedEnvelope.MANIFEST);
                manifests.put(Sha256.of(payload), payload);
            }
        } catch (dev.andon.protocol.ProtocolException e) {
            complaints.add(e.code());
            unbelieved.put(delivery.topic(), e.code());
        }
    }

    private void block(Delivery delivery) {
        byte[] bytes = delivery.payload().bytes();
        String claimed = delivery.properties().get("sha256");
        if (bytes.length == 0) {
            complaints.add("missing " + delivery.properties().get("missing"));
        } else if (!Sha256.of(bytes).equals(claimed)) {
            complaints.add("corrupt-block");
            corrupt.merge(String.valueOf(claimed), 1, Integer::sum);
        } else if (blocks.putIfAbsent(claimed, bytes) == null) {
            bytesFetched += bytes.length;
        }
    }

    private void install() throws InterruptedException {
        Catalog now = catalog;
        if (now == null) {
            return;
        }
        for (Catalog.Entry entry : now.entries()) {
            if (entry.rings().contains(now.ringOf(name)) && !refused.contains(entry)) {
                install(now, entry);
            }
        }
    }

    private void install(Catalog now, Entry entry) throws InterruptedException {
        Manifest have = installed.get(entry.id());
        byte[] payload = manifests.get(entry.manifestSha256());
        String topic = topics.manifest(entry.kind(), entry.id(), entry.serial());
        if (have != null && entry.serial() == have.serial()) {
            return;
        }
        if (have != null && entry.serial() < have.serial() && !entry.rollback()) {
            refuse(entry, "older-revision");
        } else if (now.expires() < clock.getAsLong()) {
            refuse(entry, "expired");
        } else if (payload != null) {
            install(entry, SyncCodec.decode(payload, Manifest.class));
        } else if (unbelieved.containsKey(topic)) {
            refuse(entry, unbelieved.get(topic));
        }
    }

    private void install(Entry entry, Manifest manifest) throws InterruptedException {
        if (manifest.expires() < clock.getAsLong()) {
            refuse(entry, "expired");
            return;
        }
        try {
            fetch(entry.manifestSha256(), manifest);
        } catch (CorruptBlock e) {
            refuse(entry, "corrupt-block");
            return;
        }
        done.accept(this, manifest);
        installed.put(entry.id(), manifest);
    }

    private void refuse(Entry entry, String code) {
        refused.add(entry);
        refuses.accept(entry, code);
    }

    private static final class CorruptBlock extends RuntimeException {}

    private void fetch(String manifest, Manifest said) throws InterruptedException {
        tree(manifest, said.file());
        if (said.vectors() != null) {
            byte[] records = tree(manifest, said.vectors().file());
            int bytes = 64 + 4 * said.vectors().dimensions();
            for (int i = 0; i < said.vectors().count(); i++) {
                byte[] one = java.util.Arrays.copyOfRange(records, i * bytes, (i + 1) * bytes);
                VectorRecord.read(one, said.vectors().dimensions());
            }
        }
        if (said.questions() != null) {
            tree(manifest, said.questions());
        }
    }

    private byte[] tree(String manifest, FileTree tree) throws InterruptedException {
        byte[] root = whole(manifest, List.of(new Block(tree.root(), tree.rootLength())));
        byte[] list = whole(manifest, Block.read(root));
        byte[] file = whole(manifest, Block.read(list));
        if (!Sha256.of(file).equals(tree.sha256()) || file.length != tree.length()) {
            complaints.add("corrupt-file");
        }
        return file;
    }

    private byte[] whole(String manifest, List<Block> wanted) throws InterruptedException {
        List<String> lacking =
                new ArrayList<>(
                        wanted.stream()
                                .map(Block::sha256)
                                .filter(block -> !blocks.containsKey(block))
                                .distinct()
                                .toList());
        Set<String> asked = new HashSet<>();
        long heardAt = System.nanoTime();
        while (!lacking.isEmpty()) {
            List<String> next =
                    lacking.stream()
                            .filter(block -> !asked.contains(block))
                            .limit(CREDITS - asked.size())
                            .toList();
            if (asked.size() <= CREDITS / 2 && !next.isEmpty()) {
                want(manifest, next);
                asked.addAll(next);
            }
            Delivery delivery = inbox.poll(100, TimeUnit.MILLISECONDS);
            if (delivery != null) {
                hear(delivery);
                heardAt = delivery.topic().endsWith("/blocks") ? System.nanoTime() : heardAt;
            } else if (System.nanoTime() - heardAt > SILENCE_MS * 1_000_000) {
                asked.clear();
                heardAt = System.nanoTime();
            }
            if (lacking.stream().anyMatch(one -> corrupt.getOrDefault(one, 0) >= CORRUPT_MAX)) {
                throw new CorruptBlock();
            }
            lacking.removeIf(blocks::containsKey);
            asked.removeIf(one -> blocks.containsKey(one) || corrupt.containsKey(one));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        wanted.forEach(block -> file.writeBytes(blocks.get(block.sha256())));
        return file.toByteArray();
    }

    private void want(String manifest, List<String> next) {
        byte[] bytes = SyncCodec.encode(new Want(name, manifest, next));
        hub.accept(MemoryBroker.message(topics.want(name), bytes));
    }
}
