package dev.andon.node.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Reads questions from JSON lines: the evaluation's own, the demonstration plant's, and lines with
/// `question`, `pdf_page` and `expected_heading`.
///
/// @param corpus that they ask
/// @param source named in complaints
record QuestionSet(String corpus, String source) {
    private static final JsonMapper JSON = new JsonMapper();

    /// @throws StageException `dialog`, `question-unusable`: a line that is not a question
    List<ExamQuestion> read(String lines) {
        List<ExamQuestion> questions = new ArrayList<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                questions.add(question(line, number));
            }
        }
        return questions;
    }

    private ExamQuestion question(String line, int number) {
        try {
            JsonNode node = JSON.readTree(line);
            String text = node.path("text").asText(node.path("question").asText(""));
            if (text.isBlank()) {
                throw unusable(number, "has no \"text\"", null);
            }
            String id = node.path("id").asText(corpus + "-" + number);
            return new ExamQuestion(
                    id,
                    corpus,
                    half(node),
                    category(node, id),
                    node.path("language").asText("en"),
                    node.path("spoken").asBoolean(node.has("file")),
                    text,
                    textOrNull(node.path("machine")),
                    expectation(node));
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw unusable(number, "cannot be read: " + broken.getMessage(), broken);
        }
    }

    /// What does not say otherwise was there for tuning.
    private static ExamQuestion.Half half(JsonNode node) {
        return node.path("half").asText().equals("test")
                ? ExamQuestion.Half.TEST
                : ExamQuestion.Half.TUNE;
    }

    /// The demonstration's ids say it in their middle: `typed-numeric-3`.
    private static Category category(JsonNode node, String id) {
        if (node.has("category")) {
            return Category.of(node.path("category").asText());
        }
        String kind = node.path("expect").path("kind").asText("answer");
        if (kind.equals("refusal")) {
            return Category.UNANSWERABLE;
        }
        if (kind.equals("clarification")) {
            return Category.AMBIGUOUS;
        }
        return switch (id.replaceFirst("^typed-", "").replaceFirst("-\\d+$", "")) {
            case "numeric" -> Category.NUMERIC;
            case "code", "part" -> Category.CODE;
            case "paraphrase" -> Category.PARAPHRASE;
            case "procedure" -> Category.PROCEDURE;
            case "superseded" -> Category.WRONG_REVISION;
            default -> Category.ANSWERABLE;
        };
    }

    private static Expectation expectation(JsonNode node) {
        JsonNode expect = node.path("expect");
        List<String> pages = new ArrayList<>(texts(expect.path("pages")));
        pages.addAll(texts(expect.path("page")));
        List<String> pdfPages = new ArrayList<>(texts(expect.path("pdf_pages")));
        pdfPages.addAll(texts(node.path("pdf_page")));
        List<String> headings = new ArrayList<>(texts(expect.path("heading")));
        headings.addAll(texts(node.path("expected_heading")));
        return new Expectation(
                expect.path("kind").asText("answer"),
                textOrNull(expect.path("manual")),
                textOrNull(expect.path("revision")),
                pages,
                pdfPages,
                headings,
                texts(expect.path("contains")),
                texts(expect.path("excludes")));
    }

    /// A list of texts, or a single one.
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        } else if (node.isValueNode() && !node.isNull()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private StageException unusable(int number, String what, @Nullable Throwable cause) {
        String message =
                "%s, line %d %s; the form is told in the README of the question sets."
                        .formatted(source, number, what);
        return cause == null
                ? new StageException(Stage.DIALOG, "question-unusable", message)
                : new StageException(Stage.DIALOG, "question-unusable", message, cause);
    }
}
