package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The two commands that look at the node itself.
class DoctorAndBenchCommandTest {
    @Test
    void theDoctorFindsNothingWrongInTheDemonstration() {
        CommandRun run = DemoHome.andon("doctor", "--json");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.objects())
                .allSatisfy(
                        finding ->
                                assertThat(finding.fieldNames())
                                        .toIterable()
                                        .containsExactly("name", "verdict", "detail", "mend"));
        assertThat(run.objects())
                .extracting(finding -> finding.path("name").asText())
                .contains(
                        "java",
                        "memory",
                        "home",
                        "port",
                        "model vosk-andon-en",
                        "journal",
                        "journal reserve",
                        "hub",
                        "store",
                        "register",
                        "embeddings",
                        "speech recognition",
                        "speech synthesis");
        assertThat(run.objects())
                .extracting(finding -> finding.path("verdict").asText())
                .isSubsetOf("OK", "NOTE");
    }

    @Test
    void theDoctorSaysWhatMendsAMissingModel(@TempDir Path folder) throws Exception {
        Path config = folder.resolve("absent.yaml");
        Files.writeString(config, "hearing:\n  model: vosk-model-small-en-us-0.15\n");
        CommandRun run =
                CommandRun.of(
                        "--home",
                        folder.resolve("home").toString(),
                        "--config",
                        config.toString(),
                        "doctor");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED", "mend: andon models pull vosk-model-small-en-us");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theBenchmarkTellsItsFiguresForPrograms() {
        CommandRun run =
                CommandRun.of(
                        "--home",
                        DemoHome.parent().toString(),
                        "bench",
                        "--only",
                        "memory",
                        "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.objects()).isNotEmpty();
        JsonNode figure = run.object();
        assertThat(figure.fieldNames())
                .toIterable()
                .containsExactly("name", "value", "unit", "against", "goal", "met");
        assertThat(figure.path("name").asText()).isEqualTo("memory.node_mib");
        assertThat(figure.path("value").asDouble()).isGreaterThan(50);
        assertThat(figure.path("met").asBoolean())
                .isEqualTo(figure.path("value").asDouble() <= figure.path("goal").asDouble());
    }

    @Test
    void theBenchmarkNamesWhatItKnowsWhenAskedForSomethingElse() {
        for (String wrong : List.of("speed", "memory,speed")) {
            CommandRun run =
                    CommandRun.of("--home", DemoHome.parent().toString(), "bench", "--only", wrong);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("turn, start, memory, retrieval, llm").contains("speed");
        }
    }
}
