package dev.andon.node.faults;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;
import dev.andon.node.incident.Given;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.sync.HubLink;
import dev.andon.node.sync.NodeReport;
import dev.andon.node.sync.NodeStore;
import dev.andon.node.sync.Pace;
import dev.andon.node.sync.enrol.EnrolmentFolder;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.TurnFact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A node without its engines: the real journal, the real outbox and the real link. It writes what
/// it is told on its standard input, `incident ID`, `milestone ID` or `turn ID`, and answers
/// `done KIND ID` when that is on the disk.
final class FaultNode {
    private FaultNode() {}

    public static void main(String[] arguments) throws IOException {
        NodeHome home = new NodeHome(Path.of(arguments[0])).create();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (NodeJournal journal =
                        NodeJournal.open(home, DeviceConfig.of(home), EdgeNode.register(home));
                HubLink _ = link(home, journal)) {
            out.println("ready " + journal.outbox().epoch());
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                obey(journal, line.split(" "));
                out.println("done " + line);
            }
        }
    }

    private static void obey(NodeJournal journal, String[] words) {
        String id = words[1];
        switch (words[0]) {
            case "incident" ->
                    journal.incidents()
                            .open(
                                    new Opening(
                                            id,
                                            "press-1",
                                            null,
                                            null,
                                            null,
                                            Source.ENTERED,
                                            Origin.API));
            case "milestone" ->
                    journal.incidents()
                            .mark(id, new Given(Moment.ACKNOWLEDGED, null, null, Source.ENTERED));
            case "turn" -> journal.facts().write(turn(id));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static TurnFact turn(String id) {
        return new TurnFact(
                id,
                "press-1",
                "What is the torque?",
                "refusal",
                "It is not in the manuals.",
                List.of(),
                null,
                Map.of("total", 1.5),
                null);
    }

    private static HubLink link(NodeHome home, NodeJournal journal) {
        return HubLink.start(
                new EnrolmentFolder(home.hub()).read().orElseThrow(),
                new HubLink.Settings(
                        home.hub(), Duration.ofSeconds(2), new PahoConnector(), Pace.USUAL),
                new NodeStore(journal.outbox(), journal.facts(), journal.clock()),
                new NodeReport(
                        EdgeNode.VERSION, List::of, List::of, () -> null, journal::disk, List::of),
                List.of());
    }
}
