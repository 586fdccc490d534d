package dev.andon.node.sync.library;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.retrieval.Retriever;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Asks a staged revision the questions that it came with.
///
/// @param asked how many
/// @param failures of those that did not pass, a sentence each
record Trial(int asked, List<String> failures) {
    /// Failures that a refusal names.
    private static final int NAMED_MAX = 3;

    private static final int FAILURE_CHARS_MAX = 200;

    Trial {
        failures = List.copyOf(failures);
    }

    static Trial run(
            List<TrialQuestion> questions, String document, Asker asker, Retriever staged) {
        List<String> failures = new ArrayList<>();
        for (TrialQuestion question : questions) {
            String failure = failure(question, document, asker, staged);
            if (failure != null) {
                failures.add("\"%s\" %s".formatted(question.question(), bounded(failure)));
            }
        }
        return new Trial(questions.size(), failures);
    }

    private static @Nullable String failure(
            TrialQuestion question, String document, Asker asker, Retriever staged) {
        try {
            return question.failure(
                    asker.ask(question.question(), question.machine(), staged), document);
        } catch (StageException e) {
            return "cannot be asked here: " + e.getMessage();
        }
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), FAILURE_CHARS_MAX));
    }

    int passed() {
        return asked - failures.size();
    }

    /// @throws LibraryException `questions-failed`
    void refuseFailed() {
        if (!failures.isEmpty()) {
            throw new LibraryException(
                    "questions-failed",
                    "%d of %d questions failed: %s."
                            .formatted(
                                    failures.size(),
                                    asked,
                                    String.join(
                                            "; ", failures.stream().limit(NAMED_MAX).toList())));
        }
    }
}
