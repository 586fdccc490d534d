package dev.andon.node.cli;

import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.IndexProgress;
import dev.andon.knowledge.corpus.IndexReport;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.node.EdgeNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// Manuals into the store.
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Reads manuals (Markdown, PDF) into the store and teaches the recogniser.")
final class IndexCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
    private List<Path> paths;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            split = ",",
            description = "Machine models that these manuals apply to.")
    private @Nullable List<String> models;

    @Option(names = "--revision", paramLabel = "REV", description = "Their revision.")
    private @Nullable String revision;

    @Option(names = "--language", paramLabel = "TAG", description = "Their language, en or fr.")
    private @Nullable String language;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description =
                    "Their class: manual, fault-list, procedure, drawing or data-sheet (default: by"
                            + " what they are made of).")
    private @Nullable String documentClass;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object a file.")
    private boolean json;

    @Override
    public Integer call() {
        DeclaredManual declared =
                new DeclaredManual(null, null, revision, language, models, null, documentClass());
        try (EdgeNode node =
                EdgeNode.openForIndexing(andon.home(), andon.config(), this::sayDamaged)) {
            IndexReport report;
            try (ProgressLine line = new ProgressLine(andon.err())) {
                report = node.indexer().index(paths, declared, step -> show(line, step));
            }
            report.outcomes().forEach(this::print);
            String words = node.learnWords().sentence();
            if (!json) {
                summarise(report);
                andon.out().println(words);
            }
            andon.out().flush();
            return report.of(IndexReport.Refused.class).isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /// With its class, if that is narrower than a manual.
    private static String named(Manual manual) {
        return manual.documentClass() == DocumentClass.MANUAL
                ? manual.title()
                : manual.title() + ", " + manual.documentClass().words();
    }

    private @Nullable DocumentClass documentClass() {
        return documentClass == null
                ? null
                : DocumentClass.named(documentClass)
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                spec.commandLine(),
                                                "--class %s is none of %s."
                                                        .formatted(
                                                                documentClass,
                                                                DocumentClass.names())));
    }

    private void sayDamaged(Path kept) {
        andon.err()
                .println(
                        "andon: The database was damaged: it is kept as %s, and a new one is made. Index all other folders of manuals again too."
                                .formatted(kept));
        andon.err().flush();
    }

    private static void show(ProgressLine line, IndexProgress step) {
        String what =
                "%d/%d %s".formatted(step.fileNumber(), step.files(), step.file().getFileName());
        line.show(what, step.passagesDone(), step.passages());
    }

    private void print(IndexReport.Outcome outcome) {
        if (json) {
            andon.out().println(IndexLine.json(outcome));
            return;
        }
        switch (outcome) {
            case IndexReport.Indexed indexed -> {
                Manual manual = indexed.manual();
                String unknown =
                        indexed.unknown().isEmpty()
                                ? ""
                                : "  unknown: " + String.join(", ", indexed.unknown());
                andon.out()
                        .printf(
                                "indexed    %s: %s, revision %s, %d passages%s%n",
                                indexed.file(),
                                named(manual),
                                manual.revision() == null ? "?" : manual.revision(),
                                indexed.passages(),
                                unknown);
                indexed.remarks().forEach(remark -> andon.out().println("           " + remark));
            }
            case IndexReport.Unchanged same -> andon.out().println("unchanged  " + same.file());
            case IndexReport.Reembedded again -> andon.out().println("re-embedded " + again.file());
            case IndexReport.Dropped gone -> andon.out().println("dropped    " + gone.file());
            case IndexReport.Duplicate twin ->
                    andon.out().printf("duplicate  %s is %s%n", twin.file(), twin.sameAs());
            case IndexReport.Yields yields ->
                    andon.out()
                            .printf(
                                    "yields     %s: the hub's revision %s of %s is served%n",
                                    yields.file(),
                                    yields.served().revision(),
                                    yields.served().id());
            case IndexReport.Refused refused ->
                    andon.out().printf("refused    %s: %s%n", refused.file(), refused.reason());
        }
    }

    private void summarise(IndexReport report) {
        andon.out()
                .printf(
                        "%d indexed, %d unchanged, %d dropped, %d duplicate, %d refused%n",
                        report.of(IndexReport.Indexed.class).size(),
                        report.of(IndexReport.Unchanged.class).size(),
                        report.of(IndexReport.Dropped.class).size(),
                        report.of(IndexReport.Duplicate.class).size(),
                        report.of(IndexReport.Refused.class).size());
    }
}
