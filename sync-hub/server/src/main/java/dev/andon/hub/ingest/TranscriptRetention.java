package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreException;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Forgets what was said once its days are over: the words of a turn (question and reply), the
/// question of a call for the expert, the texts of dead letters, and what other rooms keep of it.
/// The figures stay: when, which machine, what kind of reply, how long each stage took. Once a day,
/// from the start on.
public final class TranscriptRetention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TranscriptRetention.class);

    /// Events that are emptied as one transaction, so that ingest is not held up.
    private static final int EVENTS_MAX = 500;

    private final HubStore store;
    private final InstantSource clock;
    private final int days;
    private final Words others;
    private final ScheduledExecutorService daily =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon(true).name("transcript-retention").factory());

    /// @param days that words are kept, 0 to 180
    /// @param others what other rooms keep
    public TranscriptRetention(HubStore store, InstantSource clock, int days, Words others) {
        this.store = store;
        this.clock = clock;
        this.days = days;
        this.others = others;
    }

    /// Words that another room keeps as long.
    @FunctionalInterface
    public interface Words {
        /// Forgets what is older, in the transaction of the handle.
        ///
        /// @param before UTC milliseconds
        /// @return how many were emptied; 0: none is left
        long forget(Handle handle, long before);
    }

    /// Begins.
    public void start() {
        daily.scheduleWithFixedDelay(this::daily, 0, 1, TimeUnit.DAYS);
    }

    /// Forgets what is over its days.
    ///
    /// @return turns, calls and letters that were emptied
    /// @throws StoreException if the store fails
    public long forget() {
        long before = clock.millis() - Duration.ofDays(days).toMillis();
        long all = 0;
        long some;
        do {
            some = store.write(handle -> forget(handle, before));
            all += some;
        } while (some > 0);
        return all;
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }

    /// It is tried again the next day: a store that fails is told of by everything else.
    private void daily() {
        try {
            long forgotten = forget();
            LOG.info("{} transcripts older than {} days were removed", forgotten, days);
        } catch (StoreException e) {
            LOG.error("Old transcripts were not removed: {}", e.getMessage());
        }
    }

    private long forget(Handle handle, long before) {
        handle.createUpdate(
                        """
                        update turn_said set question = null, text = null
                        where (node, epoch, seq) in (%s)\
                        """
                                .formatted(OVER))
                .bind("before", before)
                .execute();
        handle.createUpdate(
                        """
                        update escalation_said set question = null
                        where (node, epoch, seq) in (%s)\
                        """
                                .formatted(OVER))
                .bind("before", before)
                .execute();
        long events =
                handle.createUpdate(
                                "update event set json = null where (node, epoch, seq) in (%s)"
                                        .formatted(OVER))
                        .bind("before", before)
                        .execute();
        long letters =
                handle.createUpdate(
                                """
                                update dead_letter set text = null
                                where received_at < :before and text is not null\
                                """)
                        .bind("before", before)
                        .execute();
        return events + letters + others.forget(handle, before);
    }

    private static final String OVER =
            """
            select node, epoch, seq from event
            where true_at < :before and json is not null and kind in ('turn', 'escalation')
            order by true_at, node, epoch, seq limit %d\
            """
                    .formatted(EVENTS_MAX);
}
