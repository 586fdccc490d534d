package dev.andon.node.journal;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.sqlite.JournalFile;
import dev.andon.node.journal.sqlite.TurnTable;
import dev.andon.node.sync.NodeClock;
import dev.andon.node.sync.SystemClock;
import dev.andon.node.sync.sqlite.Wakeup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// A process that records incidents and turns as fast as it can, and says so after each. It ends
/// when it is killed.
final class KilledNode {
    static final AssetRegister REGISTER =
            new AssetRegister(
                    "test",
                    "Test plant",
                    List.of(),
                    List.of(
                            new Machine(
                                    "press-3",
                                    "Press three",
                                    List.of(),
                                    "",
                                    "",
                                    "",
                                    "",
                                    List.of(),
                                    List.of())));

    private KilledNode() {}

    public static void main(String[] arguments) {
        NodeHome home = new NodeHome(Path.of(arguments[0]));
        NodeClock clock = SystemClock.open();
        JournalFile file =
                JournalFile.open(
                        home.journal(), new ReserveFile(home.reserve(), 1 << 20), new Wakeup());
        int days = DeviceConfig.defaults().privacy().transcriptDays();
        TurnTable turns = new TurnTable(file, clock, days, 1L << 30);
        IncidentLog log =
                new IncidentLog(new IncidentTable(file, clock), REGISTER, text -> text, clock::at);
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        out.println("ready");
        while (true) {
            Opening opening = Opening.now("press-3", null, Source.ENTERED, Origin.CLI);
            String incident = log.open(opening).id();
            out.println("incident " + incident);
            String turn = UUID.randomUUID().toString();
            turns.write(OpenJournal.turn(turn, "why"));
            out.println("turn " + turn);
            log.restore(incident, null, "dust", null, Source.ENTERED);
            out.println("restored " + incident);
        }
    }
}
