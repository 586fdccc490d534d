package dev.andon.hub.library.serve;

import dev.andon.hub.library.Library;
import dev.andon.hub.library.LibraryException;
import dev.andon.hub.library.ServingRows;
import dev.andon.hub.library.block.BlockTable.Found;
import dev.andon.hub.library.serve.LibraryLink.Asked;
import dev.andon.hub.library.serve.LibraryLink.Traffic;
import dev.andon.hub.store.StoreException;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Topics;

import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The work of the library's own thread.
final class Serving {
    /// Blocks that go out before wants are looked at again.
    private static final int BURST = 16;

    private static final long IDLE_MS_MAX = 50;
    private static final long TEND_MS = 1_000;

    /// Between two looks at who lacks what.
    private static final long LACKING_MS = 200;

    /// A block that is still on its way after so long was asked for again.
    private static final long EXPIRY_SECONDS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final AtomicReference<@Nullable MqttLink> link = new AtomicReference<>();
    private final WantBoard board = new WantBoard();
    private final Map<String, long[]> served = new HashMap<>();
    private final Library library;
    private final Topics topics;
    private final ServingRows rows;
    private final RetainedPublisher retained;
    private final BlockingQueue<Asked> wants;
    private Map<String, Set<String>> lacking = Map.of();
    private long lackingAt = Long.MIN_VALUE / 2;
    private long tendedAt = Long.MIN_VALUE / 2;
    private @Nullable MqttLink known;
    private volatile Traffic traffic = new Traffic(0, 0, 0, 0);

    Serving(Library library, Topics topics, BlockingQueue<Asked> wants) {
        this.library = library;
        this.topics = topics;
        this.rows = library.serving();
        this.retained = new RetainedPublisher(library, rows);
        this.wants = wants;
    }

    void link(@Nullable MqttLink now) {
        link.set(now);
    }

    Traffic traffic() {
        return traffic;
    }

    void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step();
            } catch (InterruptedException e) {
                return;
            } catch (StoreException | JdbiException | LibraryException e) {
                LOG.warn("The library cannot serve now: {}", e.getMessage());
                tendedAt = nowMs();
            } catch (MqttFailure e) {
                LOG.info("The library's link is gone: {}", e.getMessage());
                board.clear();
            }
        }
    }

    private void step() throws InterruptedException {
        List<Asked> asked = wanted();
        // Read after the wait: whoever asked over this link must not be forgotten with the one
        // before it.
        MqttLink now = link.get();
        if (now != known) {
            board.clear();
            known = now;
        }
        asked.forEach(one -> board.want(one.node(), one.want(), lacking(one), nowMs()));
        tend(now);
        if (now != null && now.connected()) {
            if (retained.publish(now)) {
                // The first wants of a new manifest are on their way: who lacks it must be known
                // then, or the first node is served alone.
                refresh();
            }
            send(now);
        }
    }

    /// Waits for wants while there is nothing to send, then takes all that came.
    private List<Asked> wanted() throws InterruptedException {
        long idle = known == null ? IDLE_MS_MAX : board.idleMs(nowMs(), IDLE_MS_MAX);
        Asked first = wants.poll(idle, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Asked> all = new ArrayList<>(List.of(first));
        wants.drainTo(all);
        return all;
    }

    /// What is known of who lacks a manifest is a second old at most, unless it is not known at
    /// all.
    private Set<String> lacking(Asked asked) {
        String manifest = asked.want().manifestSha256();
        if (!lacking.containsKey(manifest) && nowMs() - lackingAt >= LACKING_MS) {
            refresh();
        }
        return lacking.getOrDefault(manifest, Set.of());
    }

    private void tend(@Nullable MqttLink now) {
        if (nowMs() - tendedAt < TEND_MS) {
            return;
        }
        tendedAt = nowMs();
        library.tend();
        if (now != null) {
            refresh();
        }
        served.forEach((manifest, counts) -> rows.served(manifest, counts[0], counts[1]));
        served.clear();
    }

    private void refresh() {
        lackingAt = nowMs();
        lacking = rows.lacking();
    }

    private void send(MqttLink now) {
        for (int i = 0; i < BURST; i++) {
            Optional<Sending> next = board.next(nowMs());
            if (next.isEmpty()) {
                return;
            }
            send(now, next.get());
        }
    }

    private void send(MqttLink now, Sending sending) {
        switch (library.block(sending.block())) {
            case Found.Bytes found -> {
                now.publish(block(sending, found.bytes()));
                count(sending, found.bytes().length);
            }
            case Found.Unknown _ -> missing(now, sending);
            case Found.Damaged(var file) -> {
                LOG.error(
                        "The file {} of the library is damaged: the disk gives other bytes than"
                                + " were written. Restore the library from its backup.",
                        file);
                missing(now, sending);
            }
        }
    }

    private Publication block(Sending sending, byte[] bytes) {
        String topic =
                sending.node() == null ? topics.sharedBlocks() : topics.blocks(sending.node());
        return Publication.fleeting(topic, Payload.of(bytes))
                .with(Map.of("sha256", sending.block()))
                .expiring(EXPIRY_SECONDS);
    }

    private void missing(MqttLink now, Sending sending) {
        String topic =
                sending.node() == null ? topics.sharedBlocks() : topics.blocks(sending.node());
        now.publish(
                Publication.fleeting(topic, Payload.EMPTY)
                        .with(Map.of("missing", sending.block()))
                        .expiring(EXPIRY_SECONDS));
        traffic =
                new Traffic(
                        traffic.blocks(), traffic.bytes(), traffic.shared(), traffic.missing() + 1);
    }

    private void count(Sending sending, int bytes) {
        long[] counts = served.computeIfAbsent(sending.manifest(), _ -> new long[2]);
        counts[0]++;
        counts[1] += bytes;
        traffic =
                new Traffic(
                        traffic.blocks() + 1,
                        traffic.bytes() + bytes,
                        traffic.shared() + (sending.node() == null ? 1 : 0),
                        traffic.missing());
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }
}
