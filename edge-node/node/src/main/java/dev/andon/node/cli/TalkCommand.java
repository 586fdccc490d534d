package dev.andon.node.cli;

import dev.andon.node.EdgeNode;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.SpeakerSink;
import dev.andon.node.audio.WavSource;
import dev.andon.node.journal.RecordedTurn;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReportCollector;

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
    public Integer call() throws IOException {
        try (EdgeNode node = andon.open();
                AudioSink sink = aloud ? SpeakerSink.open() : null) {
            node.awaitLanguageModel();
            talk(node.recordedTurn(), sink);
        }
        return 0;
    }

    private void talk(RecordedTurn turn, @Nullable AudioSink sink) throws IOException {
        Conversation conversation = new Conversation();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = next(lines); line != null; line = next(lines)) {
            if (!line.isBlank()) {
                if (json) {
                    report(turn, input(line.strip()), conversation, sink);
                } else {
                    turn.run(input(line.strip()), conversation, sink, new TurnScreen(andon.out()));
                }
            }
        }
    }

    private void report(
            RecordedTurn turn,
            TurnInput input,
            Conversation conversation,
            @Nullable AudioSink sink) {
        TurnReportCollector collector =
                new TurnReportCollector(UUID.randomUUID().toString(), input);
        turn.run(input, conversation, sink, collector);
        andon.out().println(collector.report().toJson());
        andon.out().flush();
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
        return line.startsWith("@")
                ? new TurnInput.Spoken(WavSource.open(Path.of(line.substring(1))), machine)
                : new TurnInput.Typed(line, machine);
    }
}
