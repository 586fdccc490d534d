package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.hub.library.reading.ManualReading;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.DocumentClass;

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
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

/// A file into the library.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description =
                "Adds a revision to the library. No node serves it before it is staged. A sidecar"
                        + " FILE.andon.yaml speaks too.")
final class LibraryAddCommand implements Callable<Integer> {
    private static final String API = "/api/v1/library";

    @ParentCommand private LibraryCommand library;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "manual",
            description = "manual, register, phrases, config or model (default: ${DEFAULT-VALUE}).")
    private String kind;

    @Option(names = "--id", paramLabel = "ID", description = "The same for all its revisions.")
    private @Nullable String id;

    @Option(names = "--title", paramLabel = "TITLE")
    private @Nullable String title;

    @Option(names = "--revision", paramLabel = "REV")
    private @Nullable String revision;

    @Option(names = "--language", paramLabel = "TAG", description = "en, fr, de, ...")
    private @Nullable String language;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            split = ",",
            description = "Machine models that it applies to (default: all).")
    private @Nullable List<String> models;

    @Option(names = "--date", paramLabel = "DATE", description = "Of the revision, 2025-03-01.")
    private @Nullable LocalDate date;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "manual, fault-list, procedure, drawing or data-sheet.")
    private @Nullable String documentClass;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description =
                    "Questions that must be answered well before a node serves it, JSON lines:"
                            + " {\"question\", \"machine\"?, \"page\"?, \"contains\"?}.")
    private @Nullable Path questions;

    @Option(
            names = "--force-order",
            description = "Add it although its revision does not follow the last.")
    private boolean forceOrder;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (HubClient client = library.open();
                Progress progress = new Progress(library.err())) {
            String sheet = questions == null ? null : send(client, questions);
            client.upload(
                    query(sheet).appendedTo(API + "/revisions"),
                    file,
                    line -> {
                        progress.show(line);
                        if (line.has("added")) {
                            progress.close();
                            print(line.path("added"));
                        }
                    });
        }
        return ExitCode.OK;
    }

    private static String send(HubClient client, Path questions) {
        String[] sheet = new String[1];
        client.upload(
                API + "/questions", questions, line -> sheet[0] = line.path("questions").asText());
        return sheet[0];
    }

    private Query query(@Nullable String sheet) {
        DeclaredManual said = declared();
        return Query.of("name", file.getFileName())
                .and("kind", kind)
                .and("id", said.id())
                .and("title", said.title())
                .and("revision", said.revision())
                .and("language", said.language())
                .and("models", said.models() == null ? null : String.join(",", said.models()))
                .and("date", said.date())
                .and("class", said.documentClass() == null ? null : said.documentClass().name())
                .and("questions", sheet)
                .and("forceOrder", forceOrder ? "true" : null);
    }

    /// The sidecar lies here, not at the hub.
    private DeclaredManual declared() {
        DeclaredManual options =
                new DeclaredManual(id, title, revision, language, models, date, documentClass());
        return kind.equalsIgnoreCase("manual") ? ManualReading.declared(file, options) : options;
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

    private void print(JsonNode added) {
        if (json) {
            library.out().println(added);
        } else {
            AddedText.print(added, library.out());
        }
        library.out().flush();
    }
}
