package dev.andon.node.cli;

import dev.andon.config.DeviceConfig;
import dev.andon.node.eval.dialogue.DialogueEvaluation;
import dev.andon.node.eval.dialogue.DialogueReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// How well Andon is spoken with.
@Command(
        name = "dialogue",
        mixinStandardHelpOptions = true,
        description = {
            "Gives known commands, typed and spoken, clean and in noise, and sees what comes of"
                    + " them.",
            "The voices are some that the speech model never heard: ked (festvox-kdlpc16k), pico-us"
                    + " and pico-gb (libttspico-utils), bdl (rhvoice-english).",
            "Exit code 1 if an incident was entered that was not meant, or a step that protects"
                    + " people was passed; a goal that is merely not met is shown, and is no"
                    + " failure."
        })
final class EvalDialogueCommand implements Callable<Integer> {
    /// With --quick, one task in so many.
    private static final int QUICK = 9;

    @ParentCommand private EvalCommand eval;

    @Option(
            names = "--voices",
            paramLabel = "NAME",
            split = ",",
            description = "Only these voices (default: all that this machine has).")
    private List<String> voices = List.of();

    @Option(names = "--typed", description = "Only what is typed: it needs no voices.")
    private boolean typed;

    @Option(names = "--quick", description = "One task in nine.")
    private boolean quick;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Keep recordings here (default: eval/dialogue in the home).")
    private @Nullable Path work;

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "Write every error into this file, one a line.")
    private @Nullable Path errors;

    @Option(names = "--json", description = "One JSON object a figure.")
    private boolean json;

    @Override
    public Integer call() {
        Andon andon = eval.andon();
        DeviceConfig config = andon.config().answering(DeviceConfig.defaults().answering());
        DialogueEvaluation evaluation =
                new DialogueEvaluation(config, voices, quick ? QUICK : 1, this::tell);
        DialogueReport report =
                typed ? evaluation.runTyped(andon.home()) : evaluation.run(andon.home(), work);
        FigurePrinter printer = new FigurePrinter(andon.out(), json);
        report.figures().forEach(printer::print);
        if (!typed) {
            tell("spoken by " + String.join(", ", report.voices()));
        }
        report.skipped().forEach(this::tell);
        if (errors != null) {
            report.writeErrors(errors);
            tell("%d errors are in %s".formatted(report.errors().size(), errors));
        }
        return report.unsafe() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void tell(String line) {
        eval.andon().err().println(line);
        eval.andon().err().flush();
    }
}
