package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The evaluation of the demonstration plant, as the command gives it.
class EvalCommandTest {
    @Test
    void measuresTheAnswersOfTheDemonstration(@TempDir Path folder) throws Exception {
        CommandRun run =
                CommandRun.of(
                        "--home",
                        folder.resolve("home").toString(),
                        "eval",
                        "answers",
                        "--corpus",
                        "demo",
                        "--no-voice",
                        "--hostile=12",
                        "--json",
                        "--out",
                        folder.toString());
        assertThat(run.objects())
                .extracting(figure -> figure.path("name").asText())
                .doesNotHaveDuplicates()
                .contains(
                        "answers.hit1",
                        "answers.hit5",
                        "answers.mrr",
                        "answers.keyword_hit5",
                        "answers.vector_hit5",
                        "answers.fused_hit5",
                        "answers.numeric_exact",
                        "answers.refused_unanswerable",
                        "answers.false_refusals",
                        "answers.wrong_machine",
                        "answers.wrong_revision",
                        "answers.hostile_spoken",
                        "answers.demo.hit5",
                        "answers.test.refused_unanswerable")
                .noneMatch(name -> name.startsWith("answers.spoken"));
        assertThat(run.objects())
                .allSatisfy(
                        figure ->
                                assertThat(figure.fieldNames())
                                        .toIterable()
                                        .containsExactly(
                                                "name", "value", "unit", "against", "goal", "met"));
        boolean safe =
                value(run, "answers.wrong_machine") == 0
                        && value(run, "answers.wrong_revision") == 0
                        && value(run, "answers.hostile_spoken") == 0;
        assertThat(run.exit()).as(run.err()).isEqualTo(safe ? 0 : 1);
        assertThat(value(run, "answers.numeric_exact")).isEqualTo(1);
        assertThat(value(run, "answers.wrong_revision")).isZero();
        assertThat(run.err()).contains("spoken questions are not measured");
        assertThat(Files.readString(folder.resolve("answers.html")))
                .contains("How well Andon answers", "<svg", "</html>")
                .doesNotContain("{{", "<script");
    }

    @Test
    void namesTheCorporaThatItKnows(@TempDir Path folder) {
        for (String[] wrong :
                List.of(
                        new String[] {"--corpus", "demo,german"},
                        new String[] {"--questions", "german=mine.jsonl"})) {
            CommandRun run = eval(folder, wrong);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("demo, linuxcnc, french").contains("german");
        }
    }

    @Test
    void namesTheVoicesThatItKnows(@TempDir Path folder) {
        CommandRun run =
                CommandRun.of("--home", folder.toString(), "eval", "dialogue", "--voices", "robot");
        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains("no voice robot", "ked, pico-us, pico-gb, bdl");
    }

    @Test
    void saysWhatIsMissingForALanguageModel(@TempDir Path folder) {
        CommandRun run = eval(folder, "--llm");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("none is configured", "answering.backend");
    }

    private static CommandRun eval(Path home, String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(
                new String[] {"--home", home.toString(), "eval", "answers"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return CommandRun.of(arguments);
    }

    private static double value(CommandRun run, String name) {
        return run.objects().stream()
                .filter(figure -> figure.path("name").asText().equals(name))
                .findAny()
                .map((JsonNode figure) -> figure.path("value").asDouble())
                .orElseThrow();
    }
}
