package dev.andon.node.cli;

import dev.andon.knowledge.StageException;
import dev.andon.node.EdgeNode;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.SpeakerSink;
import dev.andon.node.audio.WavSource;
import dev.andon.node.journal.RecordedTurn;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReportCollector;
import dev.andon.node.turn.TurnTimings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// A conversation, a line a turn, until the input ends: questions, incidents, procedures.
@Command(
        name = "talk",
        mixinStandardHelpOptions = true,
        description = {
            "Talks, a line a turn, until the input ends.",
            "A line is what you say; a line such as @yes.wav is a recording of it."
        })
final class TalkCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(
            names = "--machine",
            paramLabel = "ID",
            description = "The machine that you stand at, as the register calls it.")
    private @Nullable String machine;

    @Option(names = "--json", description = "One JSON object a turn.")
    private boolean json;

    @Option(names = "--aloud", description = "Say the replies on the loudspeaker.")
    private boolean aloud;

    @Override
    public Integer call() {
        try (EdgeNode node = andon.open();
                AudioSink sink = aloud ? SpeakerSink.open() : null) {
            node.awaitLanguageModel();
            return talk(node.recordedTurn(), sink) ? 0 : 1;
        }
    }

    /// Whether every line could be read.
    private boolean talk(RecordedTurn turn, @Nullable AudioSink sink) {
        Conversation conversation = new Conversation();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean readable = true;
        for (String line = next(lines); line != null; line = next(lines)) {
            if (!line.isBlank()) {
                readable &= turn(line.strip(), turn, conversation, sink);
            }
        }
        return readable;
    }

    /// A recording that is not there is said to be so, and the conversation goes on.
    private boolean turn(
            String line, RecordedTurn turn, Conversation conversation, @Nullable AudioSink sink) {
        TurnReportCollector report = report(line);
        Consumer<TurnEvent> events = json ? report : new TurnScreen(andon.out());
        boolean readable = true;
        try {
            turn.run(input(line), conversation, sink, events);
        } catch (StageException unreadable) {
            readable = false;
            events.accept(new TurnEvent.Failed(unreadable));
            events.accept(new TurnEvent.Finished(TurnTimings.NONE));
        }
        if (json) {
            andon.out().println(report.report().toJson());
        }
        andon.out().flush();
        return readable;
    }

    private TurnReportCollector report(String line) {
        String id = UUID.randomUUID().toString();
        return isRecording(line)
                ? new TurnReportCollector(id)
                : new TurnReportCollector(id, new TurnInput.Typed(line, machine));
    }

    private static boolean isRecording(String line) {
        return line.startsWith("@");
    }

    /// The next line, after a prompt if somebody is there to see it.
    private @Nullable String next(BufferedReader lines) {
        if (!json && System.console() != null && System.console().isTerminal()) {
            andon.out().print("> ");
            andon.out().flush();
        }
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TurnInput input(String line) {
        return isRecording(line)
                ? new TurnInput.Spoken(WavSource.open(Path.of(line.substring(1))), machine)
                : new TurnInput.Typed(line, machine);
    }
}
