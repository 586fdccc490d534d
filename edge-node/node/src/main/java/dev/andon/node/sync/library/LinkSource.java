package dev.andon.node.sync.library;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.Want;
import dev.andon.protocol.library.Block;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Asks the hub for blocks over the link, and takes those that it gives to everybody too.
final class LinkSource implements BlockSource {
    /// Blocks that wait to be taken; what comes while it is full is lost and asked for again.
    static final int WAITING_MAX = 256;

    /// After so many silences the fetch is left, and taken up again later.
    static final int SILENCES_MAX = 3;

    private static final long WANT_EXPIRY_SECONDS = 30;
    private static final long TURN_MS = 50;
    private static final long FLUSH_MS = 1_000;

    private final Topics topics;
    private final String node;
    private final LongSupplier millis;
    private final BlockingQueue<Incoming> incoming = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong spoilt = new AtomicLong();
    private volatile boolean fetching;
    private volatile boolean left;
    private volatile @Nullable MqttLink link;

    /// @param missing whether the hub says that it does not have it
    private record Incoming(String name, Payload payload, boolean missing) {}

    /// @param millis a clock that never jumps
    LinkSource(Topics topics, String node, LongSupplier millis) {
        this.topics = topics;
        this.node = node;
        this.millis = millis;
    }

    /// The link that stands now; null for none.
    void link(@Nullable MqttLink standing) {
        link = standing;
    }

    /// A message of one of the topics of blocks. Never waits.
    void arrived(Delivery delivery) {
        if (!fetching || delivery.payload().length() > Block.BYTES_MAX) {
            return;
        }
        String missing = delivery.properties().get("missing");
        String name = missing != null ? missing : delivery.properties().getOrDefault("sha256", "");
        if (!incoming.offer(new Incoming(name, delivery.payload(), missing != null))) {
            dropped.incrementAndGet();
        }
    }

    /// Leaves the fetch that is under way, soon, and any that begins before [#stay].
    void leave() {
        left = true;
    }

    /// Fetches may go on to their end again.
    void stay() {
        left = false;
    }

    /// Blocks that came while nobody could take them.
    long dropped() {
        return dropped.get();
    }

    /// Blocks whose bytes did not match their name.
    long spoilt() {
        return spoilt.get();
    }

    @Override
    public void bring(Fetch fetch, String manifestSha256) throws IOException, InterruptedException {
        incoming.clear();
        fetching = true;
        try {
            bring(new Bringing(fetch, new FetchPlan(), manifestSha256));
        } finally {
            fetching = false;
        }
    }

    /// A fetch and what is asked for it.
    private record Bringing(Fetch fetch, FetchPlan plan, String manifestSha256) {}

    private void bring(Bringing bringing) throws IOException, InterruptedException {
        Fetch fetch = bringing.fetch();
        FetchPlan plan = bringing.plan();
        int levels = -1;
        long flushedAt = millis.getAsLong();
        while (!fetch.isComplete() && !left && plan.silences() < SILENCES_MAX) {
            if (levels != fetch.levels()) {
                levels = fetch.levels();
                plan.want(fetch.lacking());
            }
            if (!ask(plan.ask(millis.getAsLong()), bringing.manifestSha256())) {
                return;
            }
            Incoming block = incoming.poll(TURN_MS, TimeUnit.MILLISECONDS);
            if (block != null) {
                take(block, bringing);
            }
            if (millis.getAsLong() - flushedAt > FLUSH_MS) {
                fetch.flush();
                flushedAt = millis.getAsLong();
            }
        }
    }

    /// False if there is no link.
    private boolean ask(List<String> blocks, String manifestSha256) {
        MqttLink standing = link;
        if (standing == null) {
            return false;
        }
        if (blocks.isEmpty()) {
            return true;
        }
        Want want = new Want(node, manifestSha256, blocks);
        try {
            standing.publish(
                    Publication.confirmed(topics.want(node), Payload.of(SyncCodec.encode(want)))
                            .answeredAt(topics.blocks(node), Payload.of(manifestSha256))
                            .expiring(WANT_EXPIRY_SECONDS));
            return true;
        } catch (MqttFailure lost) {
            return false;
        }
    }

    private void take(Incoming block, Bringing bringing) throws IOException {
        FetchPlan plan = bringing.plan();
        if (block.missing()) {
            if (plan.missing(block.name())) {
                throw new LibraryException(
                        "block-missing",
                        "The hub does not have the block %s of this revision: add the revision again."
                                .formatted(block.name()));
            }
            return;
        }
        byte[] bytes = block.payload().bytes();
        String sha256 = Sha256.of(bytes);
        if (bringing.fetch().take(bytes)) {
            plan.arrived(sha256, millis.getAsLong());
        } else if (!sha256.equals(block.name()) && plan.isOut(block.name())) {
            spoilt.incrementAndGet();
            if (plan.spoilt(block.name())) {
                throw new LibraryException(
                        "corrupt-block",
                        "The block %s came %d times with other bytes than its name says."
                                .formatted(block.name(), FetchPlan.CORRUPT_MAX));
            }
        }
    }
}
