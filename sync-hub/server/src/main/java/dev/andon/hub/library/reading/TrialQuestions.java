package dev.andon.hub.library.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.hub.library.LibraryException;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Questions that a node asks of a revision before it serves it: JSON lines
/// `{"question", "machine"?, "page"?, "contains"?}`, all of them text.
public final class TrialQuestions {
    static final int BYTES_MAX = 256 * 1024;
    static final int LINES_MAX = 200;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KEYS = Set.of("question", "machine", "page", "contains");

    private TrialQuestions() {}

    /// Looks at every line.
    ///
    /// @return how many questions there are
    /// @throws LibraryException `questions-invalid`, with the line
    public static int check(Path file) {
        List<String> lines = lines(file);
        int questions = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                check(lines.get(i), i + 1);
                questions++;
            }
        }
        if (questions == 0 || questions > LINES_MAX) {
            throw wrong("%d questions; from 1 to %d are asked".formatted(questions, LINES_MAX));
        }
        return questions;
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw wrong("more than %d bytes".formatted(BYTES_MAX));
            }
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw wrong("it is not UTF-8");
        } catch (IOException e) {
            throw new LibraryException(
                    "questions-invalid", "The questions cannot be read: " + e + ".", e);
        }
    }

    private static void check(String line, int number) {
        JsonNode tree = tree(line, number);
        if (!tree.isObject()) {
            throw wrong("line %d is no JSON object".formatted(number));
        }
        tree.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!KEYS.contains(key)) {
                                throw wrong(
                                        "line %d has the key \"%s\", and these are known: question, machine, page, contains"
                                                .formatted(number, key));
                            }
                            if (!tree.get(key).isTextual() || tree.get(key).asText().isBlank()) {
                                throw wrong(
                                        "line %d: \"%s\" is not a text in quotation marks"
                                                .formatted(number, key));
                            }
                        });
        if (!tree.has("question")) {
            throw wrong("line %d asks no \"question\"".formatted(number));
        }
    }

    private static JsonNode tree(String line, int number) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw wrong("line %d is not JSON".formatted(number));
        }
    }

    private static LibraryException wrong(String why) {
        return new LibraryException(
                "questions-invalid", "The questions cannot be used: %s.".formatted(why));
    }
}
