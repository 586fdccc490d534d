package dev.andon.hub.web;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.hub.library.Added;
import dev.andon.hub.library.Addition;
import dev.andon.hub.library.DocumentKey;
import dev.andon.hub.library.Library;
import dev.andon.hub.library.block.FileTreeBuilder;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.DocumentKind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The library over HTTPS: `library`, `addRevision`, `addQuestions`, `diffRevisions`,
/// `stageRevision`, `promoteRevision`, `rollBackDocument`, `rings`, `setRing`, `removeRing`,
/// `bundle`.
public final class LibraryOperations implements Operations, AutoCloseable {
    private static final long QUESTIONS_BYTES_MAX = 256 * 1024;
    private static final Pattern FILE_NAME =
            Pattern.compile("[^/\\\\\\p{Cntrl}.][^/\\\\\\p{Cntrl}]{0,199}");
    private static final String RING = "ring";
    private static final String DOCUMENT = "document";

    private final Library library;
    private final LibraryDesk desk;
    private final QuestionShelf shelf;

    /// @param library that is asked
    public LibraryOperations(Library library) {
        this.library = library;
        this.desk = new LibraryDesk();
        this.shelf = new QuestionShelf(library);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.ofEntries(
                Map.entry("library", Operation.of(answer(_ -> library.status()))),
                Map.entry(
                        "addRevision", Operation.ofFile(FileTreeBuilder.FILE_BYTES_MAX, this::add)),
                Map.entry(
                        "addQuestions",
                        Operation.ofFile(QUESTIONS_BYTES_MAX, answer(this::questions))),
                Map.entry("diffRevisions", Operation.of(answer(this::diff))),
                Map.entry("stageRevision", Operation.ofJson(answer(this::stage))),
                Map.entry("promoteRevision", Operation.ofJson(answer(this::promote))),
                Map.entry("rollBackDocument", Operation.ofJson(answer(this::rollBack))),
                Map.entry("rings", Operation.of(answer(_ -> library.rings()))),
                Map.entry("setRing", Operation.ofJson(answer(this::setRing))),
                Map.entry("removeRing", Operation.of(this::removeRing)),
                Map.entry("bundle", Operation.of(this::bundle)));
    }

    /// Ends the threads of the desk.
    @Override
    public void close() {
        desk.close();
    }

    private Function<Call, Answer> answer(Function<Call, Object> work) {
        return call -> Answer.of(desk.on(() -> work.apply(call)));
    }

    // --- revisions

    private Answer add(Call call) {
        DocumentKind kind = desk.on(() -> DocumentKey.kind(call.query("kind").orElse("manual")));
        DeclaredManual declared = declared(call);
        boolean force = call.query("forceOrder").filter("true"::equals).isPresent();
        String name = fileName(call);
        Wanted wanted = new Wanted(kind, declared, force, name);
        return new Answer.Lines(
                lines ->
                        desk.on(
                                () -> add(call, wanted, lines),
                                () -> lines.accept(Map.of("working", true))));
    }

    private record Wanted(
            DocumentKind kind, DeclaredManual declared, boolean force, String fileName) {}

    private Added add(Call call, Wanted wanted, Consumer<Object> lines) {
        Path draft = library.draft();
        try {
            Path file = Files.move(call.file(), draft.resolve(wanted.fileName()));
            Path questions = call.query("questions").map(shelf::take).orElse(null);
            Added added =
                    library.add(
                            new Addition(
                                    wanted.kind(),
                                    file,
                                    wanted.declared(),
                                    questions,
                                    wanted.force()),
                            new Progress(lines));
            lines.accept(Map.of("added", added));
            return added;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            library.discard(draft);
        }
    }

    private Object questions(Call call) {
        return Map.of("questions", shelf.put(call.file()));
    }

    private Object diff(Call call) {
        return library.diff(
                document(call.query(DOCUMENT).orElse("")),
                call.query("from").orElse(null),
                call.query("to").orElse(null));
    }

    // --- roll-out

    private Object stage(Call call) {
        return library.stage(
                document(call.text(DOCUMENT)),
                call.text("revision"),
                optional(call, RING),
                optional(call, "force"));
    }

    private Object promote(Call call) {
        return library.promote(document(call.text(DOCUMENT)), optional(call, "force"));
    }

    private Object rollBack(Call call) {
        return library.rollback(document(call.text(DOCUMENT)));
    }

    private Object setRing(Call call) {
        List<String> nodes = new ArrayList<>();
        for (JsonNode node : call.json().path("nodes")) {
            nodes.add(node.asText());
        }
        Ring ring = new Ring(call.path(RING), nodes);
        library.ring(ring);
        return ring;
    }

    private Answer removeRing(Call call) {
        desk.on(
                () -> {
                    library.removeRing(call.path(RING));
                    return call;
                });
        return new Answer.Nothing();
    }

    private Answer bundle(Call call) {
        String ring = call.query(RING).orElse(null);
        return desk.on(
                () -> {
                    Path draft = library.draft();
                    Path file = draft.resolveSibling(draft.getFileName() + ".bundle");
                    library.discard(draft);
                    library.bundle(file, ring);
                    return new Answer.Download(file, "application/zip", "andon.bundle", true);
                });
    }

    // --- what is asked

    private static DocumentKey document(String name) {
        return DocumentKey.named(name);
    }

    private static @Nullable String optional(Call call, String field) {
        return call.json().path(field).isMissingNode() || call.json().path(field).isNull()
                ? null
                : call.text(field);
    }

    private static DeclaredManual declared(Call call) {
        return new DeclaredManual(
                call.query("id").orElse(null),
                call.query("title").orElse(null),
                call.query("revision").orElse(null),
                call.query("language").orElse(null),
                call.query("models").map(all -> List.of(all.split("\\s*,\\s*"))).orElse(null),
                call.query("date").map(LibraryOperations::date).orElse(null),
                call.query("class").map(LibraryOperations::documentClass).orElse(null));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid("date", "The date is written as year-month-day, 2025-03-01.");
        }
    }

    private static DocumentClass documentClass(String name) {
        return DocumentClass.named(name)
                .orElseThrow(
                        () ->
                                invalid(
                                        "class",
                                        "The class is none of " + DocumentClass.names() + "."));
    }

    /// A bare name: it is written to the disk of every node.
    private static String fileName(Call call) {
        return call.query("name")
                .filter(name -> FILE_NAME.matcher(name).matches())
                .orElseThrow(
                        () ->
                                invalid(
                                        "name",
                                        "The name of the file is missing, or is no bare name of at"
                                                + " most 200 characters."));
    }

    private static Problem.Refused invalid(String where, String what) {
        return new Problem(400, "invalid-request", what, where, null).refused();
    }

    /// Tells a hundred times how far it is, not of every passage.
    private static final class Progress
            implements dev.andon.hub.library.reading.ManualReading.Progress {
        private final Consumer<Object> lines;
        private int told = -1;

        Progress(Consumer<Object> lines) {
            this.lines = lines;
        }

        @Override
        public void passages(int done, int of) {
            int percent = (int) (100L * done / of);
            if (percent != told) {
                told = percent;
                lines.accept(Map.of("passages", done, "of", of));
            }
        }
    }
}
