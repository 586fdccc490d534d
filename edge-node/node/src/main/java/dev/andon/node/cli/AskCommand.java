package dev.andon.node.cli;

import dev.andon.node.EdgeNode;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.audio.MicrophoneSource;
import dev.andon.node.audio.SpeakerSink;
import dev.andon.node.audio.WavSink;
import dev.andon.node.audio.WavSource;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReportCollector;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// One question, or a file of them, typed or spoken.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Asks a question: typed, from a WAV file, from the microphone, or many.")
final class AskCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;
    @Spec private CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Input input;

    @Option(
            names = "--machine",
            paramLabel = "ID",
            description = "The machine that the person stands at, as the register calls it.")
    private @Nullable String machine;

    @Option(
            names = "--out",
            paramLabel = "FILE.wav",
            description =
                    "Write the spoken reply here (default: the loudspeaker, if there is one).")
    private @Nullable Path out;

    @Option(names = "--json", description = "One JSON object a question.")
    private boolean json;

    /// Where the question comes from; exactly one.
    static final class Input {
        @Option(names = "--text", paramLabel = "QUESTION", description = "A typed question.")
        private @Nullable String text;

        @Option(names = "--wav", paramLabel = "FILE", description = "A spoken question.")
        private @Nullable Path wav;

        @Option(names = "--mic", description = "Speak; the Enter key ends the question.")
        private boolean mic;

        @Option(
                names = "--batch",
                paramLabel = "FILE.jsonl",
                description = "Lines of {\"id\", \"question\", \"machine\"}.")
        private @Nullable Path batch;
    }

    @Override
    public Integer call() {
        if (input.batch != null && out != null) {
            throw new ParameterException(
                    spec.commandLine(), "--out takes one reply; a batch has many. Leave it out.");
        }
        try (EdgeNode node = andon.open()) {
            node.awaitLanguageModel();
            if (input.batch != null) {
                return new BatchQuestions(input.batch, machine).ask(node, andon.out());
            }
            return json ? report(node) : show(node);
        }
    }

    private int show(EdgeNode node) {
        TurnScreen screen = new TurnScreen(andon.out());
        run(node, question(), screen);
        if (out != null && !screen.failed()) {
            andon.out().println("  audio    " + out.toAbsolutePath());
            andon.out().flush();
        }
        return screen.failed() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private int report(EdgeNode node) {
        TurnInput question = question();
        TurnReportCollector collector =
                new TurnReportCollector(UUID.randomUUID().toString(), question);
        run(node, question, collector);
        String audio = out == null ? null : out.toAbsolutePath().toString();
        andon.out().println(collector.report().withAudio(audio).toJson());
        andon.out().flush();
        return collector.report().reply() == null ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void run(EdgeNode node, TurnInput question, Consumer<TurnEvent> events) {
        try (AudioSink sink = sink()) {
            node.recordedTurn().run(question, new Conversation(), sink, events);
        }
    }

    private TurnInput question() {
        if (input.text != null) {
            return new TurnInput.Typed(input.text, machine);
        }
        if (input.wav != null) {
            return new TurnInput.Spoken(WavSource.open(input.wav), machine);
        }
        MicrophoneSource microphone = MicrophoneSource.open();
        andon.err().println("Speak now; press Enter when you are done.");
        andon.err().flush();
        Thread.ofVirtual().name("release").start(() -> Keyboard.waitForEnter(microphone::release));
        return new TurnInput.Spoken(microphone, machine);
    }

    private @Nullable AudioSink sink() {
        if (out != null) {
            return WavSink.to(out);
        }
        return !json && SpeakerSink.available() ? SpeakerSink.open() : null;
    }
}
