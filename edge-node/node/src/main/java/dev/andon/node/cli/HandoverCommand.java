package dev.andon.node.cli;

import dev.andon.config.DeviceConfig;
import dev.andon.config.register.AssetRegister;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;
import dev.andon.node.handover.Handover;
import dev.andon.node.handover.HandoverPage;
import dev.andon.node.handover.HandoverSpeech;
import dev.andon.node.handover.HandoverView;
import dev.andon.node.handover.Handovers;
import dev.andon.node.handover.pdf.HandoverPdf;
import dev.andon.node.saying.Words;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// What this shift tells the next. Works beside a node that serves.
@Command(
        name = "handover",
        mixinStandardHelpOptions = true,
        description = {
            "Hands the shift over: what is open, what stood still, what had no answer.",
            "Without times it is the shift so far, or the one before if this one has just begun."
        })
final class HandoverCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = GivenTime.Converter.class,
            description = "Begin: 14:05, 2026-03-14T14:05 or with an offset.")
    private @Nullable GivenTime from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = GivenTime.Converter.class,
            description = "End (default: now); with --from.")
    private @Nullable GivenTime to;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en, fr or de (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes a PDF.")
    private @Nullable Path out;

    @Option(names = "--json", description = "One JSON object; the hub is not told.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (to != null && from == null) {
            throw new ParameterException(spec.commandLine(), "--to wants --from.");
        }
        if (Language.known().stream().noneMatch(each -> each.code().equals(language))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no language " + language + "; take en, fr or de.");
        }
        DeviceConfig config = andon.config();
        AssetRegister register = EdgeNode.register(andon.home());
        try (NodeJournal journal = NodeJournal.open(andon.home(), config, register)) {
            Handovers handovers = journal.handovers();
            Handover handover = handover(journal, handovers);
            Words words = Words.beside(Handovers.class, language);
            List<String> spoken = new HandoverSpeech(words).of(handover);
            HandoverPage page =
                    HandoverPage.of(
                            handover,
                            new HandoverPage.Place(
                                    register.name(),
                                    config.node().id(),
                                    handovers.zone(),
                                    journal.clock().at()),
                            words);
            if (out != null) {
                HandoverPdf.write(page, out);
            }
            if (!json) {
                handovers.given(handover, String.join(" ", spoken));
            }
            show(handover, spoken, page);
            return ExitCode.OK;
        }
    }

    private Handover handover(NodeJournal journal, Handovers handovers) {
        GivenTime begin = from;
        GivenTime end = to;
        if (begin == null) {
            return handovers.now();
        }
        return handovers.between(begin.at(), end == null ? journal.clock().at() : end.at());
    }

    private void show(Handover handover, List<String> spoken, HandoverPage page) {
        if (json) {
            andon.out().println(Json.line(HandoverView.of(handover, spoken)));
        } else if (out != null) {
            andon.out().println("The handover is in " + out.toAbsolutePath());
        } else {
            new HandoverScreen(andon.out()).show(page);
        }
        andon.out().flush();
    }
}
