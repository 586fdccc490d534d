package dev.andon.node.journal;

import dev.andon.knowledge.StageException;
import dev.andon.node.sync.FactLog;
import dev.andon.protocol.fact.HealthFact;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps the journal while a node serves: what has run out of its days goes, the reserve of the
/// disk comes back when there is room, and the hub is told when the room changes.
public final class JournalKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalKeeper.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration EXPIRE_EVERY = Duration.ofHours(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    private final Kept kept;
    private final FactLog facts;
    private final Duration every;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread thread;
    private Room room = Room.ENOUGH;
    private long expiredAtNanos;
    private boolean expiredOnce;

    private JournalKeeper(Kept kept, FactLog facts, Duration every) {
        this.kept = kept;
        this.facts = facts;
        this.every = every;
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("andon-journal")
                        .uncaughtExceptionHandler(
                                (_, e) -> LOG.error("Nobody keeps the journal any more", e))
                        .unstarted(this::run);
    }

    /// What is kept.
    public interface Kept {
        /// Removes what has run out of its days.
        void expire();

        /// Holds the reserve again if there is room.
        void regainRoom();

        /// What the disk has left.
        Room room();
    }

    /// Begins to keep; returns at once.
    public static JournalKeeper start(Kept kept, FactLog facts) {
        return start(kept, facts, EVERY);
    }

    static JournalKeeper start(Kept kept, FactLog facts, Duration every) {
        JournalKeeper keeper = new JournalKeeper(kept, facts, every);
        keeper.thread.start();
        return keeper;
    }

    private void run() {
        try {
            do {
                tend();
            } while (!told.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void tend() {
        try {
            kept.regainRoom();
            tellRoom();
            long now = System.nanoTime();
            if (!expiredOnce || now - expiredAtNanos >= EXPIRE_EVERY.toNanos()) {
                kept.expire();
                expiredOnce = true;
                expiredAtNanos = now;
            }
        } catch (StageException e) {
            LOG.warn("The journal could not be kept, and it is tried again: {}", e.getMessage());
        }
    }

    private void tellRoom() {
        Room now = kept.room();
        if (now != room) {
            facts.write(
                    switch (now) {
                        case ENOUGH -> new HealthFact("disk", "ok", null);
                        case RESERVE_IN_USE ->
                                new HealthFact(
                                        "disk",
                                        "degraded",
                                        "The disk is full: incidents take the reserve, turns are"
                                                + " not recorded.");
                        case NONE ->
                                new HealthFact("disk", "failed", "Incidents cannot be recorded.");
                    });
            room = now;
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            if (!thread.join(CLOSE_MAX)) {
                LOG.warn("The journal's keeper still works after {}", CLOSE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
