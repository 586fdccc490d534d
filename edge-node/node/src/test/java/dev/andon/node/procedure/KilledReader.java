package dev.andon.node.procedure;

import dev.andon.node.journal.OpenJournal;
import dev.andon.node.procedure.sqlite.RunTable;
import dev.andon.node.sync.NodeClock;
import dev.andon.node.sync.SystemClock;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/// A process that reads procedures as fast as it can, and says each position once it is told. It
/// ends when it is killed.
final class KilledReader {
    private KilledReader() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        NodeClock clock = SystemClock.open();
        OpenJournal journal = OpenJournal.in(Path.of(arguments[0]));
        Procedures procedures =
                new Procedures(
                        new RunTable(journal.file()),
                        _ -> new ManualNow.Same(),
                        Duration.ofHours(8),
                        () -> new Stamp(clock.at(), clock.boot(), clock.upMs()));
        Outcome outcome = procedures.start(Bench.PRESS, Texts.SEAL);
        for (int moves = 0; true; moves++) {
            ProcedureRun run = outcome.run();
            if (run == null || !run.open()) {
                outcome = procedures.start(Bench.PRESS, Texts.SEAL);
            } else {
                out.println("at " + run.id() + " " + run.position() + " " + moves);
                outcome = procedures.move(Bench.PRESS, new Move.Confirm(run.step().number(), null));
            }
        }
    }
}
