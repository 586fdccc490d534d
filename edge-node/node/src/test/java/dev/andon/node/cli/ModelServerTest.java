package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.DeviceConfig;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.llm.http.ScriptedOpenAiServer;
import dev.andon.knowledge.llm.http.ScriptedReply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// `andon ask` and `andon doctor` with a language model on a server.
class ModelServerTest {
    private static final String QUESTION = "What is the air gap of the hoist brake?";
    private static final String WORDED = "The hoist brake air gap is at least 0.25 mm.";

    @TempDir Path folder;
    private ScriptedOpenAiServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedOpenAiServer.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void speaksTheModelsWordsWhereTheManualSaysTheSame() throws IOException {
        server.then(ScriptedReply.saying(WORDED + " It is at most 9 mm."));
        JsonNode turn = ask();
        assertThat(turn.path("mode").asText()).as(turn.toString()).isEqualTo("model");
        assertThat(turn.at("/reply/text").asText())
                .startsWith("Palletiser: the hoist brake air gap is at least 0.25 mm.")
                .doesNotContain("9 mm");
        assertThat(turn.at("/reply/spoken").asText()).contains("revision C");
        assertThat(turn.at("/reply/citations/0/page").asText()).isEqualTo("6");
        assertThat(turn.at("/timings_ms/first_token").asDouble())
                .isLessThanOrEqualTo(turn.at("/timings_ms/first_sentence").asDouble());
        assertThat(server.prompt()).contains("Hoist brake air gap", QUESTION);
    }

    @Test
    void quotesTheManualWhenTheServerFails() throws IOException {
        server.then(ScriptedReply.status(503, "loading"));
        JsonNode turn = ask();
        assertThat(turn.path("mode").asText()).isEqualTo("quote");
        assertThat(turn.at("/reply/text").asText())
                .contains("0.25")
                .endsWith("(without the language model)");
    }

    @Test
    void theDoctorTellsWhetherTheServerHasTheModel() throws IOException {
        assertThat(doctor(ScriptedOpenAiServer.MODEL)).contains("[ok ");
        assertThat(doctor("another")).contains("FAILED", ScriptedOpenAiServer.MODEL);
    }

    @Test
    void theConfigurationKnowsEveryClassOfDocument() {
        assertThat(DeviceConfig.Remote.ALL)
                .containsExactlyElementsOf(
                        Stream.of(DocumentClass.values())
                                .map(c -> c.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    private JsonNode ask() throws IOException {
        CommandRun run =
                DemoHome.andon(
                        "--config",
                        config(ScriptedOpenAiServer.MODEL).toString(),
                        "ask",
                        "--json",
                        "--machine",
                        "palletiser-1",
                        "--text",
                        QUESTION);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.object();
    }

    private String doctor(String model) throws IOException {
        CommandRun run = DemoHome.andon("--config", config(model).toString(), "doctor");
        return run.out()
                .lines()
                .filter(line -> line.contains("language model"))
                .toList()
                .toString();
    }

    private Path config(String model) throws IOException {
        return Files.writeString(
                folder.resolve("andon.yaml"),
                """
                answering:
                  backend: http
                  mode: word
                  model: %s
                  firstSentenceMsMax: 60000
                  server: {url: "%s", connectMsMax: 60000, firstTokenMsMax: 60000}
                """
                        .formatted(model, server.url()));
    }
}
