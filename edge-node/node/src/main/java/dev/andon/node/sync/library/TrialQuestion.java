package dev.andon.node.sync.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Citation;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A question that a revision must answer before it is served, a line of JSON.
///
/// @param question as typed
/// @param machine the register's id; null for none
/// @param page that must be cited, as printed or by its number in the file; null for any
/// @param contains what the reply must contain, whatever the case and the white space; null for
///     anything
record TrialQuestion(
        String question,
        @Nullable String machine,
        @Nullable String page,
        @Nullable String contains) {
    /// Questions of one revision at most.
    static final int QUESTIONS_MAX = 200;

    /// Bytes of a file of questions at most.
    static final int BYTES_MAX = 1 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /// Reads a file of questions.
    ///
    /// @throws LibraryException `not-readable`
    static List<TrialQuestion> read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw unreadable("it is larger than %d bytes".formatted(BYTES_MAX));
        }
        List<TrialQuestion> questions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                questions.add(parse(line));
            }
        }
        if (questions.size() > QUESTIONS_MAX) {
            throw unreadable("it has more than %d questions".formatted(QUESTIONS_MAX));
        }
        return questions;
    }

    @SuppressWarnings("NullAway") // JSON can leave out what Java cannot
    private static TrialQuestion parse(String line) {
        try {
            TrialQuestion question = JSON.readValue(line, TrialQuestion.class);
            if (question.question() == null || question.question().isBlank()) {
                throw unreadable("a line has no question");
            }
            return question;
        } catch (JsonProcessingException e) {
            throw unreadable("a line is not JSON: " + e.getOriginalMessage());
        }
    }

    private static LibraryException unreadable(String why) {
        return new LibraryException(
                "not-readable", "The file of trial questions cannot be used: " + why + ".");
    }

    /// Why a reply does not pass; null if it does.
    ///
    /// @param document whose revision is tried
    @Nullable String failure(Reply reply, String document) {
        return switch (reply) {
            case Reply.Answer answer -> failure(answer, document);
            case Reply.Refusal refusal -> "refused: " + refusal.text();
            case Reply.Clarification asked -> "asked back: " + asked.text();
            case Reply.Statement statement -> "is no answer: " + statement.text();
        };
    }

    private @Nullable String failure(Reply.Answer answer, String document) {
        List<Citation> cited =
                answer.citations().stream()
                        .filter(each -> each.manual().id().equals(document))
                        .toList();
        if (cited.isEmpty()) {
            return "cites %s instead".formatted(answer.citations().getFirst().manual().id());
        }
        if (page != null && cited.stream().noneMatch(this::isOnPage)) {
            return "cites page %s instead of %s".formatted(cited.getFirst().page().printed(), page);
        }
        return contains == null || plain(answer.text()).contains(plain(contains))
                ? null
                : "says \"%s\", without \"%s\"".formatted(answer.text(), contains);
    }

    private boolean isOnPage(Citation citation) {
        return String.valueOf(page).equals(citation.page().printed())
                || String.valueOf(page).equals(String.valueOf(citation.page().pdf()));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
