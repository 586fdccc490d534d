package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.node.EdgeNode;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.WavSource;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReportCollector;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/// The README's first command, from a spoken question to a spoken answer, with the real engines and
/// nothing but an empty home.
class DemoJourneyTest {
    private final Path home = DemoHome.parent();
    private final CommandRun demo = DemoHome.demo();

    @Test
    void answersTwoQuestionsAndRefusesOne() {
        assertThat(demo.err()).isEmpty();
        assertThat(demo.exit()).isZero();
        assertThat(demo.objects()).hasSize(6);
        assertThat(demo.objects().subList(0, 3))
                .extracting(turn -> turn.at("/reply/kind").asText())
                .containsExactly("answer", "answer", "refusal");
    }

    @Test
    void citesTheRowOfTheTorqueTable() {
        JsonNode turn = demo.objects().getFirst();
        assertThat(turn.path("heard").asText()).contains("hoist motor mounting bolts");
        assertThat(turn.at("/reply/text").asText()).contains("46").contains("50");
        assertThat(turn.at("/reply/citations/0/manual").asText()).isEqualTo("px200-service");
        assertThat(turn.at("/reply/citations/0/revision").asText()).isEqualTo("C");
        assertThat(turn.at("/reply/citations/0/page").asText()).isEqualTo("5");
        assertThat(turn.at("/reply/citations/0/pdf_page").asInt()).isEqualTo(8);
        assertThat(turn.at("/reply/citations/0/quote").asText()).contains("Hoist motor");
        assertThat(turn.path("mode").asText()).isEqualTo("quote");
    }

    @Test
    void explainsTheFaultCodeOfItsRow() {
        JsonNode turn = demo.objects().get(1);
        assertThat(turn.at("/reply/text").asText()).contains("E-42", "Layer sheet missing");
        assertThat(turn.at("/reply/spoken").asText()).contains("E forty two");
    }

    @Test
    void namesTheNearestSectionWhenItRefuses() {
        JsonNode turn = demo.objects().get(2);
        assertThat(turn.at("/reply/text").asText()).contains("nearest section");
        assertThat(turn.at("/reply/citations")).isEmpty();
    }

    @Test
    void tellsTheHubOfAnIncident() {
        JsonNode hub = demo.objects().get(3).path("hub");
        assertThat(hub.at("/incident/node").asText()).isEqualTo("edge-1");
        assertThat(hub.at("/incident/machine").asText()).isEqualTo("palletiser-1");
        assertThat(hub.at("/incident/fault").asText()).isEqualTo("E-42");
        assertThat(hub.at("/incident/milestones/0/moment").asText())
                .isEqualToIgnoringCase("declared");
    }

    @Test
    void answersFromTheRevisionThatTheHubPushed() {
        assertThat(demo.objects().get(3).at("/hub/serving").asText()).isEqualTo("D");
        JsonNode turn = demo.objects().get(4);
        assertThat(turn.path("heard").asText()).contains("hoist motor mounting bolts");
        assertThat(turn.at("/reply/text").asText()).contains("52").contains("56");
        assertThat(turn.at("/reply/citations/0/revision").asText()).isEqualTo("D");
    }

    @Test
    void measuresEveryStage() {
        for (JsonNode turn : demo.objects().subList(0, 3)) {
            JsonNode times = turn.path("timings_ms");
            assertThat(times.path("transcript").asDouble())
                    .isGreaterThanOrEqualTo(times.path("endpoint").asDouble());
            assertThat(times.path("retrieval").asDouble())
                    .isGreaterThanOrEqualTo(times.path("transcript").asDouble());
            assertThat(times.path("first_audio").asDouble())
                    .isGreaterThanOrEqualTo(times.path("first_token").asDouble());
            assertThat(times.path("total").asDouble())
                    .isGreaterThanOrEqualTo(times.path("first_audio").asDouble());
        }
    }

    @Test
    void sumsUpAtTheEnd() {
        JsonNode summary = demo.objects().getLast().path("summary");
        assertThat(summary.path("turns").asInt()).isEqualTo(4);
        assertThat(summary.path("machines").asInt()).isEqualTo(8);
        assertThat(summary.path("words_heard").asInt()).isGreaterThan(1000);
        assertThat(summary.path("memory_mib").asInt()).isPositive();
    }

    /// What was spoken is heard again by the node's own recogniser: the numbers are in it.
    @Test
    void speaksAnAnswerThatCanBeHeard() {
        Path answer = Path.of(demo.objects().getFirst().path("audio").asText());
        assertThat(seconds(answer)).isBetween(3.0, 30.0);
        TurnReportCollector collector = new TurnReportCollector("echo");
        NodeHome node = new NodeHome(home.resolve("demo"));
        try (EdgeNode listener = EdgeNode.open(node, DeviceConfig.defaults())) {
            listener.turn()
                    .run(
                            new TurnInput.Spoken(WavSource.open(answer), null),
                            new Conversation(),
                            null,
                            collector);
        }
        assertThat(collector.report().heard()).contains("forty six", "fifty");
    }

    @Test
    void leavesEverythingBelowItsHome() {
        assertThat(home.resolve("demo").resolve("andon.db")).exists();
        assertThat(home.resolve("demo").resolve("answers"))
                .isDirectoryContaining(file -> file.endsWith("demo-3.wav"));
    }

    @Test
    void runsAgainOverWhatStandsThere() throws Exception {
        CommandRun again = CommandRun.of("--home", home.toString(), "demo", "--json");
        assertThat(again.exit()).isZero();
        assertThat(again.objects().get(0).path("reply"))
                .isEqualTo(demo.objects().get(0).path("reply"));
    }

    private static double seconds(Path wav) {
        double seconds = 0;
        try (WavSource source = WavSource.open(wav)) {
            for (AudioChunk chunk = source.read(); chunk != null; chunk = source.read()) {
                seconds += chunk.duration().toMillis() / 1000.0;
            }
        }
        return seconds;
    }
}
