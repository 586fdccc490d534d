package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.StageException;
import dev.andon.node.escalation.Escalations;
import dev.andon.node.escalation.sqlite.EscalationTable;
import dev.andon.node.handover.Handovers;
import dev.andon.node.handover.RefusedTurn;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Stops;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.JournalKeeper;
import dev.andon.node.journal.RecordedTurn;
import dev.andon.node.journal.Reserve;
import dev.andon.node.journal.ReserveFile;
import dev.andon.node.journal.Room;
import dev.andon.node.journal.TurnRecorder;
import dev.andon.node.journal.TurnWords;
import dev.andon.node.journal.sqlite.JournalFile;
import dev.andon.node.journal.sqlite.TurnTable;
import dev.andon.node.procedure.RunStore;
import dev.andon.node.procedure.sqlite.RunTable;
import dev.andon.node.redaction.RedactedLog;
import dev.andon.node.redaction.Redactor;
import dev.andon.node.redaction.Roster;
import dev.andon.node.sync.FactLog;
import dev.andon.node.sync.NodeClock;
import dev.andon.node.sync.Outbox;
import dev.andon.node.sync.SystemClock;
import dev.andon.node.sync.sqlite.FactWriter;
import dev.andon.node.sync.sqlite.OutboxRows;
import dev.andon.node.sync.sqlite.OutboxTable;
import dev.andon.node.sync.sqlite.Wakeup;
import dev.andon.node.turn.Turn;
import dev.andon.node.web.EngineHealth;
import dev.andon.protocol.NodeStatus.DiskState;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.fact.Fact;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The journal of a node, put together: incidents, turns and the outbox in one file. It may be open
/// in several processes at once, a serving node and a command.
public final class NodeJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeJournal.class);
    private static final String NAME = "journal";

    private final NodeClock clock;
    private final Wakeup wakeup = new Wakeup();
    private final Reserve reserve;
    private final JournalFile file;
    private final OutboxTable outbox;
    private final TurnTable turns;
    private final TurnRecorder recorder;
    private final TurnWords words;
    private final IncidentLog incidents;
    private final EscalationTable calls;
    private final Escalations escalations;
    private final Handovers handovers;
    private final AtomicBoolean noticed = new AtomicBoolean();
    private final List<Supplier<@Nullable String>> notices = new CopyOnWriteArrayList<>();
    private @Nullable JournalKeeper keeper;

    private NodeJournal(
            NodeHome home, DeviceConfig config, AssetRegister register, NodeClock clock) {
        this.clock = clock;
        Redactor redactor = new Redactor(Roster.read(config.privacy().roster()), register);
        RedactedLog.install(redactor);
        this.words = new TurnWords(redactor, id -> register.machine(id).map(Machine::id));
        this.reserve = new ReserveFile(home.reserve(), (long) config.sync().reserveMiB() << 20);
        this.file = JournalFile.open(home.journal(), reserve, wakeup);
        this.outbox = new OutboxTable(file, clock, wakeup);
        this.turns =
                new TurnTable(
                        file,
                        clock,
                        config.privacy().transcriptDays(),
                        (long) config.sync().outboxMiBMax() << 20);
        this.recorder = new TurnRecorder(turns);
        this.incidents =
                new IncidentLog(
                        new IncidentTable(file, clock),
                        register,
                        redactor,
                        clock::at,
                        stops(config.incidents()));
        this.calls = new EscalationTable(file, clock, config.privacy().transcriptDays());
        this.escalations = new Escalations(calls, register, redactor, clock::at);
        this.handovers =
                new Handovers(
                        register,
                        config.handover(),
                        new Handovers.Sources(
                                incidents,
                                this::refused,
                                stops(config.incidents()),
                                outbox,
                                clock::at));
    }

    private List<RefusedTurn> refused(long from, long to) {
        return turns.refused(from, to).stream()
                .map(turn -> new RefusedTurn(turn.at(), turn.machine(), turn.question()))
                .toList();
    }

    private static Stops stops(DeviceConfig.Incidents limits) {
        return new Stops(
                Duration.ofMinutes(limits.reopenMinutes()),
                Duration.ofMinutes(limits.microStopMinutes()));
    }

    /// Opens the journal of a home, making it where there is none. A damaged one is opened to be
    /// read, see [#damage].
    ///
    /// @throws StageException it was written by a newer Andon, or cannot be written
    /// @throws dev.andon.config.ConfigException the roster cannot be read
    public static NodeJournal open(NodeHome home, DeviceConfig config, AssetRegister register) {
        return open(home, config, register, SystemClock.open());
    }

    /// The same by other clocks than this computer's; only for measuring.
    public static NodeJournal open(
            NodeHome home, DeviceConfig config, AssetRegister register, NodeClock clock) {
        NodeJournal journal = new NodeJournal(home, config, register, clock);
        journal.join(journal.escalations::notice);
        return journal;
    }

    /// The log of incidents.
    public IncidentLog incidents() {
        return incidents;
    }

    /// What one shift tells the next.
    public Handovers handovers() {
        return handovers;
    }

    /// Calls for the expert, and his replies.
    public Escalations escalations() {
        return escalations;
    }

    /// What waits for the hub.
    public Outbox outbox() {
        return outbox;
    }

    /// Where facts without a table of their own are written.
    public FactLog facts() {
        return outbox;
    }

    /// Writes facts to the outbox alone, in one transaction; only for measuring.
    ///
    /// @param written at least one
    /// @return the number of the last
    public long write(List<? extends Fact> written) {
        return file.facts(
                transaction -> {
                    long last = 0;
                    for (Fact fact : written) {
                        last = OutboxRows.append(transaction, fact, clock);
                    }
                    return last;
                });
    }

    /// For tables of others that write facts in their own transactions.
    public FactWriter writer() {
        return file;
    }

    /// Where the procedures that are being read stand.
    public RunStore runs() {
        return new RunTable(file);
    }

    /// The clocks by which everything here is written.
    public NodeClock clock() {
        return clock;
    }

    /// Takes out of a text what belongs to people; to be used before anything else is written.
    public UnaryOperator<String> redacted() {
        return words.redacted();
    }

    /// What the hub is told of the disk.
    public DiskState disk() {
        return new DiskState(reserve.freeBytes(), reserve.held());
    }

    /// What is wrong with the file, with the mend; null if nothing is.
    public @Nullable StageException damage() {
        return file.damage();
    }

    /// The turn of somebody who really asks.
    RecordedTurn recorded(Turn turn) {
        return new RecordedTurn(turn, recorder, words);
    }

    /// Keeps the journal in the background from now on, until it is closed.
    synchronized void keep() {
        if (keeper == null && file.damage() == null) {
            keeper = JournalKeeper.start(new Tables(), outbox);
        }
    }

    /// Removes what has run out of its days, once. Where that cannot be done now, whoever serves
    /// tries again.
    void expire() {
        try {
            if (file.damage() == null && file.room() == Room.ENOUGH) {
                forget();
            }
        } catch (StageException e) {
            LOG.warn("What ran out of its days is still there: {}", e.getMessage());
        }
    }

    /// The turns come last: what all of these removed is unreadable in the file then.
    private void forget() {
        calls.expire();
        turns.expire();
    }

    /// Adds something that is to be said aloud, asked for at the end of each turn that has a voice.
    /// What is wrong with the node goes before it, and one of them speaks a turn.
    ///
    /// @param further a sentence, once; null if there is nothing to say now
    public void join(Supplier<@Nullable String> further) {
        notices.add(further);
    }

    /// What must be said aloud, once each time that it becomes so; null if there is nothing.
    @Nullable String notice() {
        String notice = wrong();
        if (notice == null) {
            noticed.set(false);
            return joined();
        }
        return noticed.compareAndSet(false, true) ? notice : null;
    }

    /// A notice that cannot be asked for is no reason to break the turn that is over.
    private @Nullable String joined() {
        for (Supplier<@Nullable String> further : notices) {
            try {
                String notice = further.get();
                if (notice != null) {
                    return notice;
                }
            } catch (StageException e) {
                LOG.warn("A notice is kept for the next turn: {}", e.getMessage());
            }
        }
        return null;
    }

    private @Nullable String wrong() {
        if (file.damage() != null) {
            return "The journal of this node is damaged. Incidents are not recorded.";
        }
        return roomOrNone() == Room.NONE
                ? "The disk of this node is full. Incidents are not recorded."
                : null;
    }

    /// How it is. Questions are answered without it, so that it degrades the node at worst.
    EngineHealth health() {
        StageException damage = file.damage();
        if (damage != null) {
            return degraded(String.valueOf(damage.getMessage()), "put a backup in its place");
        }
        return switch (roomOrNone()) {
            case NONE ->
                    degraded(
                            "The disk is full: incidents cannot be recorded.",
                            "free room on the disk of the node's home");
            case RESERVE_IN_USE ->
                    degraded(
                            "The disk is full: incidents take the reserve, turns are not recorded.",
                            "free room on the disk of the node's home");
            case ENOUGH -> healthWithRoom();
        };
    }

    /// A disk that cannot even be asked has no room.
    private Room roomOrNone() {
        try {
            return file.room();
        } catch (StageException e) {
            LOG.warn("The disk does not say what is free: {}", e.getMessage());
            return Room.NONE;
        }
    }

    private EngineHealth healthWithRoom() {
        OutboxState state;
        try {
            state = outbox.state();
        } catch (StageException e) {
            return degraded(String.valueOf(e.getMessage()), "look into the node's log");
        }
        String waits = "%d events wait for the hub".formatted(state.rows());
        return recorder.unrecorded() == 0
                ? new EngineHealth(NAME, EngineHealth.State.OK, waits, null)
                : degraded(
                        "%s, %d turns could not be recorded"
                                .formatted(waits, recorder.unrecorded()),
                        "look into the node's log");
    }

    private static EngineHealth degraded(String detail, String mend) {
        return new EngineHealth(NAME, EngineHealth.State.DEGRADED, detail, mend);
    }

    @Override
    public synchronized void close() {
        if (keeper != null) {
            keeper.close();
        }
        file.close();
    }

    /// What the keeper sees of the tables.
    private final class Tables implements JournalKeeper.Kept {
        @Override
        public void expire() {
            forget();
        }

        @Override
        public void regainRoom() {
            file.regainRoom();
        }

        @Override
        public Room room() {
            return file.room();
        }
    }
}
