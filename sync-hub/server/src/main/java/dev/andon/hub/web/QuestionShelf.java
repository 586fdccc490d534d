package dev.andon.hub.web;

import dev.andon.hub.library.Library;
import dev.andon.hub.library.reading.TrialQuestions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// Questions that came before the revision that they are meant for. The oldest give way to newer.
final class QuestionShelf {
    static final int SHEETS_MAX = 16;

    private final Library library;
    private final Deque<Path> sheets = new ArrayDeque<>();

    QuestionShelf(Library library) {
        this.library = library;
    }

    /// Puts a checked sheet there.
    ///
    /// @return by what it is taken
    synchronized String put(Path upload) {
        TrialQuestions.check(upload);
        if (sheets.size() == SHEETS_MAX) {
            library.discard(sheets.removeFirst());
        }
        Path draft = library.draft();
        try {
            Files.move(upload, draft.resolve("questions.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheets.addLast(draft);
        return String.valueOf(draft.getFileName());
    }

    /// The sheet of a name; it stays until newer ones push it out, so that a refused addition can
    /// be tried again.
    synchronized Path take(String name) {
        return sheets.stream()
                .filter(draft -> draft.getFileName().toString().equals(name))
                .map(draft -> draft.resolve("questions.jsonl"))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem(
                                                404,
                                                "unknown-questions",
                                                "These questions are not there any more.",
                                                "questions",
                                                "Send them again.")
                                        .refused());
    }
}
