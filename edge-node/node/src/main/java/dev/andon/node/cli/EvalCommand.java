package dev.andon.node.cli;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.node.eval.AnswersEvaluation;
import dev.andon.node.eval.AnswersPage;
import dev.andon.node.eval.AnswersReport;
import dev.andon.node.eval.Corpus;
import dev.andon.node.eval.Voice;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// How well Andon does its work, measured with questions whose answers are known.
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Measures how well Andon does its work.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {EvalCommand.Answers.class, EvalDialogueCommand.class})
final class EvalCommand implements Runnable {
    @ParentCommand private Andon andon;
    @Spec private CommandSpec spec;

    /// Whose options these are.
    Andon andon() {
        return andon;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What? Try: andon eval answers, or andon eval dialogue");
    }

    /// Asks the question sets.
    @Command(
            name = "answers",
            mixinStandardHelpOptions = true,
            description = {
                "Asks known questions, typed and spoken, and compares the replies.",
                "Exit code 1 if an answer was about the wrong machine, part or revision; a goal"
                        + " that is merely not met is shown, and is no failure."
            })
    static final class Answers implements Callable<Integer> {
        @ParentCommand private EvalCommand eval;
        @Spec private CommandSpec spec;

        @Option(
                names = "--corpus",
                paramLabel = "NAME",
                split = ",",
                description = "Only these: demo, linuxcnc, french (default: all).")
        private @Nullable List<String> corpora;

        @Option(
                names = "--questions",
                paramLabel = "CORPUS=FILE",
                description = "Ask these as well: JSON lines, for example linuxcnc=mine.jsonl.")
        private Map<String, Path> questions = Map.of();

        @Option(names = "--llm", description = "With the configured language model's wording.")
        private boolean llm;

        @Option(names = "--no-voice", description = "Typed questions only.")
        private boolean silent;

        @Option(
                names = "--voice",
                paramLabel = "COMMAND",
                description = "The synthesiser to speak with, such as 'say -o {wav} {text}'.")
        private @Nullable String voice;

        @Option(
                names = "--hostile",
                paramLabel = "N",
                description = "Serve at most so many hostile outputs (default: all).")
        private int hostile = Integer.MAX_VALUE;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Write the page with pictures here (default: eval in the home).")
        private @Nullable Path out;

        @Option(names = "--json", description = "One JSON object a figure.")
        private boolean json;

        @Override
        public Integer call() {
            Andon andon = eval.andon;
            NodeHome home = andon.home();
            AnswersReport report = evaluation(home).run(wanted(), hostile);
            FigurePrinter printer = new FigurePrinter(andon.out(), json);
            report.figures().forEach(printer::print);
            report.skipped().forEach(this::tell);
            Path folder = out == null ? home.root().resolve("eval") : out;
            tell("page " + new AnswersPage(report).write(folder.toAbsolutePath()));
            return report.unsafe() ? ExitCode.SOFTWARE : ExitCode.OK;
        }

        private AnswersEvaluation evaluation(NodeHome home) {
            DeviceConfig config = llm ? withModel() : withoutModel(eval.andon.config());
            AnswersEvaluation evaluation =
                    AnswersEvaluation.of(home, config, this::tell).asking(more());
            if (silent) {
                return evaluation.spokenBy(null);
            }
            return voice == null ? evaluation : evaluation.spokenBy(Voice.of(voice));
        }

        private Map<Corpus, Path> more() {
            Map<Corpus, Path> more = new EnumMap<>(Corpus.class);
            questions.forEach((name, file) -> more.put(corpus(name), file));
            return more;
        }

        private DeviceConfig withModel() {
            DeviceConfig config = eval.andon.config();
            if (config.answering().backend() == DeviceConfig.Backend.NONE) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--llm needs a language model, and none is configured: set"
                                + " answering.backend in andon.yaml.");
            }
            return config;
        }

        /// Quotes are measured on their own, whatever is configured.
        private static DeviceConfig withoutModel(DeviceConfig config) {
            return config.answering(DeviceConfig.defaults().answering());
        }

        private List<Corpus> wanted() {
            if (corpora == null) {
                return List.of(Corpus.values());
            }
            return corpora.stream().map(this::corpus).toList();
        }

        private Corpus corpus(String name) {
            Corpus corpus = Corpus.of(name);
            if (corpus == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no corpus " + name + "; there are demo, linuxcnc, french.");
            }
            return corpus;
        }

        private void tell(String line) {
            eval.andon.err().println(line);
            eval.andon.err().flush();
        }
    }
}
