package dev.andon.node;

import dev.andon.config.ConfigException;
import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.knowledge.StageException;
import dev.andon.node.doctor.Finding;
import dev.andon.node.journal.Reserve;
import dev.andon.node.journal.ReserveFile;
import dev.andon.node.sync.TimeAgo;
import dev.andon.protocol.NodeStatus.OutboxState;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Consumer;

/// Looks at what nothing makes anew: the journal, what waits in it for the hub, and the room on the
/// disk that is kept for it. Works beside a node that serves, and makes nothing.
final class JournalExamination {
    private static final String JOURNAL = "journal";
    private static final String OUTBOX = "outbox";
    private static final String RESERVE = "journal reserve";

    /// Of what the outbox may hold: beyond this, turns are soon given up.
    private static final double FULL_FROM = 0.8;

    private static final double MIB = 1 << 20;

    private final NodeHome home;
    private final DeviceConfig config;
    private final Consumer<Finding> findings;

    private JournalExamination(NodeHome home, DeviceConfig config, Consumer<Finding> findings) {
        this.home = home;
        this.config = config;
        this.findings = findings;
    }

    static void examine(NodeHome home, DeviceConfig config, Consumer<Finding> findings) {
        JournalExamination examination = new JournalExamination(home, config, findings);
        examination.journal();
        Reserve reserve = new ReserveFile(home.reserve(), (long) config.sync().reserveMiB() << 20);
        findings.accept(reserve(reserve, home));
    }

    private void journal() {
        if (Files.notExists(home.journal())) {
            findings.accept(Finding.ok(JOURNAL, "none yet; the first turn or incident makes it"));
            return;
        }
        try (NodeJournal journal = NodeJournal.open(home, config, EdgeNode.register(home))) {
            StageException damage = journal.damage();
            if (damage == null) {
                findings.accept(Finding.ok(JOURNAL, "%s, %s".formatted(home.journal(), size())));
                findings.accept(outbox(journal));
            } else {
                findings.accept(unusable(damage));
            }
        } catch (StageException | ConfigException failure) {
            findings.accept(unusable(failure));
        }
    }

    private String size() {
        try {
            return mib(Files.size(home.journal()));
        } catch (IOException gone) {
            return "size unknown";
        }
    }

    private Finding unusable(RuntimeException failure) {
        return Finding.failed(JOURNAL, String.valueOf(failure.getMessage()), mend(failure));
    }

    private String mend(RuntimeException failure) {
        String code = failure instanceof StageException e ? e.code() : "";
        return switch (code) {
            case "database-corrupt" ->
                    "end andon serve, move %s* away and put a backup in its place"
                            .formatted(home.journal());
            case "database-newer" -> "run the Andon that wrote it, or a newer one";
            case "database-unwritable" -> "let this user write " + home.journal() + "*";
            case "disk-full" -> "free room on the disk of " + home.root();
            case "database-busy" -> "look what else holds %s open".formatted(home.journal());
            case "" -> "put right what the configuration names";
            default -> "look at the disk of " + home.root();
        };
    }

    private Finding outbox(NodeJournal journal) {
        OutboxState state;
        try {
            state = journal.outbox().state();
        } catch (StageException failure) {
            return unusable(failure);
        }
        String waits = waits(state, journal.clock().at());
        if (state.bytes() > FULL_FROM * MIB * config.sync().outboxMiBMax()) {
            return Finding.note(
                    OUTBOX,
                    "%s; %d MiB is the most, and turns are given up first"
                            .formatted(waits, config.sync().outboxMiBMax()),
                    "bring the link to the hub back (below), or raise sync.outboxMiBMax");
        }
        return state.deadLetters() == 0
                ? Finding.ok(OUTBOX, waits)
                : Finding.note(
                        OUTBOX,
                        "%s; %,d events are dead letters".formatted(waits, state.deadLetters()),
                        "andon sync dead-letters shows them and why");
    }

    private static String waits(OutboxState state, long now) {
        Long oldest = state.oldestAt();
        return oldest == null
                ? "nothing waits for the hub"
                : "%,d events wait for the hub, %s, the oldest written %s"
                        .formatted(state.rows(), mib(state.bytes()), TimeAgo.of(oldest, now));
    }

    static Finding reserve(Reserve reserve, NodeHome home) {
        if (reserve.held()) {
            return Finding.ok(RESERVE, "%s, %s".formatted(home.reserve(), mib(reserve.bytes())));
        }
        try {
            return missing(reserve, home);
        } catch (StageException failure) {
            return Finding.failed(
                    RESERVE,
                    String.valueOf(failure.getMessage()),
                    "look at the disk of " + home.root());
        }
    }

    /// The node holds it again by itself as soon as twice its size is free.
    private static Finding missing(Reserve reserve, NodeHome home) {
        long lacking = 2 * reserve.bytes() - reserve.freeBytes();
        String absent = "%s for incidents is not kept".formatted(mib(reserve.bytes()));
        return lacking <= 0
                ? Finding.note(RESERVE, absent, "andon serve keeps it within a minute")
                : Finding.failed(
                        RESERVE,
                        absent + ", since the disk is full",
                        "free %s on the disk of %s".formatted(mib(lacking), home.root()));
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
    }
}
