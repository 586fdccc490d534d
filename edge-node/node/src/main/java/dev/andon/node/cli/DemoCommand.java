package dev.andon.node.cli;

import dev.andon.config.demo.DemoQuestion;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.SpeakerSink;
import dev.andon.node.audio.WavSink;
import dev.andon.node.audio.WavSource;
import dev.andon.node.bench.ProcessMemory;
import dev.andon.node.demo.DemoFleet;
import dev.andon.node.demo.DemoNode;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReport;
import dev.andon.node.turn.TurnReportCollector;
import dev.andon.node.web.NodeServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Three spoken questions to the demonstration plant, answered aloud; then its hub: an incident
/// that arrives, and a manual that the hub updates and the next answer uses.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Asks the demonstration plant three spoken questions and answers aloud; then joins"
                        + " a hub, which gets an incident and pushes a manual.")
final class DemoCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(names = "--json", description = "One JSON object a turn and a last one with the sum.")
    private boolean json;

    /// Held here, as a logger that nobody holds forgets its level.
    private static final Logger LOG = Logger.getLogger("dev.andon");

    private final Instant begun = Instant.now();
    private final Map<String, Integer> replies = new LinkedHashMap<>();

    @Override
    public Integer call() {
        // What the link tells an operator is told here step by step.
        LOG.setLevel(Level.WARNING);
        try (DemoNode demo = open()) {
            boolean well = true;
            for (DemoQuestion question : demo.questions()) {
                well &= json ? report(demo, question) : show(demo, question);
            }
            well &= fleet(demo);
            if (json) {
                andon.out().println(Json.line(Map.of("summary", summary(demo))));
                andon.out().flush();
            } else {
                close(demo);
            }
            return well ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /// What a plant with many boxes has besides, ended by the first question asked again.
    private boolean fleet(DemoNode demo) {
        tell("");
        tell("Starting the plant's hub with its broker, and enrolling this node at it.");
        DemoQuestion again = demo.questions().getFirst().again();
        try (DemoFleet fleet = DemoFleet.join(demo)) {
            new DemoHubScreen(andon.out(), json).show(fleet);
        }
        return json ? report(demo, again) : show(demo, again);
    }

    private DemoNode open() {
        tell("Preparing the demonstration plant: manuals, vocabulary, engines.");
        try (ProgressLine line = new ProgressLine(andon.err())) {
            return DemoNode.open(
                    andon.home(),
                    andon.config(),
                    step ->
                            line.show(
                                    step.file().getFileName().toString(),
                                    step.passagesDone(),
                                    step.passages()));
        }
    }

    private boolean show(DemoNode demo, DemoQuestion question) {
        Path answer = demo.answer(question);
        tell("");
        tell("%s  (%s)".formatted(question.id(), demo.plant().recording(question)));
        TurnScreen screen = new TurnScreen(andon.out());
        run(demo, question, screen);
        if (!screen.failed()) {
            andon.out().printf("  %-8s %s%n", "audio", answer);
            andon.out().flush();
        }
        return !screen.failed();
    }

    private boolean report(DemoNode demo, DemoQuestion question) {
        TurnReportCollector collector = new TurnReportCollector(question.id());
        run(demo, question, collector);
        TurnReport report = collector.report().withAudio(demo.answer(question).toString());
        replies.merge(report.reply() == null ? "failed" : report.reply().kind(), 1, Integer::sum);
        andon.out().println(report.toJson());
        andon.out().flush();
        return report.reply() != null;
    }

    private void run(DemoNode demo, DemoQuestion question, Consumer<TurnEvent> events) {
        TurnInput spoken =
                new TurnInput.Spoken(
                        WavSource.open(demo.plant().recording(question)), question.machine());
        try (AudioSink file = WavSink.to(demo.answer(question));
                AudioSink sink = aloud() ? new BothSinks(file, SpeakerSink.open()) : file) {
            demo.node().recordedTurn().run(spoken, new Conversation(), sink, events);
        }
    }

    private boolean aloud() {
        return !json && SpeakerSink.available();
    }

    private Map<String, Object> summary(DemoNode demo) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("turns", replies.values().stream().mapToInt(Integer::intValue).sum());
        summary.put("replies", replies);
        summary.put("machines", demo.node().register().machines().size());
        summary.put("manuals", demo.node().manuals().size());
        summary.put("words_heard", demo.words().words());
        summary.put("seconds", Duration.between(begun, Instant.now()).toMillis() / 1000.0);
        summary.put("memory_mib", ProcessMemory.residentMib());
        return summary;
    }

    /// On a terminal the page stays up until the Enter key; elsewhere the command ends.
    private void close(DemoNode demo) {
        tell("");
        tell("Done in %s s.".formatted(summary(demo).get("seconds")));
        if (!Keyboard.attended()) {
            return;
        }
        try (NodeServer server = demo.node().serve(0)) {
            tell("Ask your own questions at " + server.address() + " - Enter ends the demo.");
            Keyboard.waitForEnter(() -> tell("Goodbye."));
        }
    }

    private void tell(String line) {
        if (!json) {
            andon.out().println(line);
            andon.out().flush();
        }
    }

    /// A file and the loudspeaker at once.
    private record BothSinks(AudioSink file, AudioSink speaker) implements AudioSink {
        @Override
        public void play(dev.andon.node.audio.AudioChunk chunk) {
            file.play(chunk);
            speaker.play(chunk);
        }

        @Override
        public void close() {
            speaker.close();
        }
    }
}
