package dev.andon.node.journal;

import dev.andon.knowledge.StageException;
import dev.andon.protocol.fact.TurnFact;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicLong;

/// Records turns after they are over. A turn that cannot be recorded breaks nothing: it is logged
/// and counted.
public final class TurnRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(TurnRecorder.class);

    /// What a wait for the database that was cut off says; the work itself goes on.
    private static final String INTERRUPTED = "interrupted";

    private final TurnLog log;
    private final AtomicLong unrecorded = new AtomicLong();

    /// A recorder that writes to this log.
    public TurnRecorder(TurnLog log) {
        this.log = log;
    }

    /// Turns that could not be written since the start.
    public long unrecorded() {
        return unrecorded.get();
    }

    /// Keeps the turn. A listener who leaves interrupts the turn's thread; what he said is recorded
    /// all the same.
    void record(TurnFact turn) {
        boolean interrupted = Thread.interrupted();
        try {
            if (!log.write(turn)) {
                unrecorded.incrementAndGet();
            }
        } catch (StageException e) {
            if (e.code().equals(INTERRUPTED)) {
                interrupted = true;
            } else {
                unrecorded.incrementAndGet();
                LOG.error("A turn is not recorded: {}", e.getMessage());
            }
        } finally {
            if (interrupted || Thread.interrupted()) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
