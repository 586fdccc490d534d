package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.config.register.RegisterReader;
import dev.andon.node.dialog.phrase.PhraseBook;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// What people ask of manuals is never taken for something to be done.
class QuestionsAreNoCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path EVALUATION = Path.of("src/main/resources/dev/andon/node/eval");
    private static final Path DEMO = Path.of("../../device-config/demo");

    private final Interpreter interpreter =
            new Interpreter(
                    RegisterReader.read(DEMO.resolve("register.yaml")),
                    200,
                    new Interpreter.Words(PhraseBook.BUILT_IN, _ -> "en", Clock.systemUTC()));

    @ParameterizedTest
    @CsvSource({"eval, 300", "demo, 20"})
    void asksThemAll(String corpus, int countMin) throws IOException {
        List<String> questions =
                questions(corpus.equals("eval") ? EVALUATION : DEMO.resolve("questions"));
        assertThat(questions).hasSizeGreaterThan(countMin);
        assertThat(questions)
                .allSatisfy(
                        question ->
                                assertThat(interpreter.interpret(question, Situation.first(null)))
                                        .isInstanceOfAny(
                                                Request.Ask.class, Request.WhichMachine.class));
    }

    private static List<String> questions(Path folder) throws IOException {
        List<String> questions = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode object = JSON.readTree(line);
                    String text = object.path("question").asText(object.path("text").asText());
                    questions.add(text);
                }
            }
        }
        questions.removeIf(String::isBlank);
        return questions;
    }
}
