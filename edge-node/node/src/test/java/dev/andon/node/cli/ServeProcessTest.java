package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The node as a service: a process of its own, asked over HTTP, told to stop, killed.
@Timeout(240)
class ServeProcessTest {
    private static final String TORQUE =
            "What is the torque of the hoist motor mounting bolts on the palletiser?";
    private static final long STOP_SECONDS_MAX = 60;

    @TempDir private static Path folder;

    private static AndonProcess node;

    @BeforeAll
    static void startTheNode() throws Exception {
        node = AndonProcess.serve(DemoHome.copy(folder.resolve("first")));
    }

    @AfterAll
    static void endTheNode() {
        node.close();
    }

    @Test
    void answersATypedQuestionAndSpeaksTheAnswer() throws Exception {
        JsonNode turn = node.ask(TORQUE, "palletiser-1");
        assertThat(turn.path("heard").asText()).isEqualTo(TORQUE);
        assertThat(turn.at("/reply/kind").asText()).as(turn.toString()).isEqualTo("answer");
        assertThat(turn.at("/reply/text").asText()).contains("46");
        HttpResponse<byte[]> audio = node.fetch(turn.path("audio").asText());
        assertThat(audio.statusCode()).isEqualTo(200);
        assertThat(audio.headers().firstValue("content-type")).contains("audio/wav");
        assertThat(secondsOf(audio.body())).isBetween(3.0, 30.0);
    }

    @Test
    void answersARecordedQuestion() throws Exception {
        JsonNode turn = node.ask(DemoHome.recording("demo-1"), "palletiser-1");
        JsonNode spoken = DemoHome.demo().object();
        assertThat(turn.path("heard")).isEqualTo(spoken.path("heard"));
        assertThat(turn.path("reply")).isEqualTo(spoken.path("reply"));
        assertThat(turn.path("failure").isNull()).isTrue();
    }

    @Test
    void becomesReadyWithEveryEngineOpen() throws Exception {
        node.awaitReady();
        JsonNode health = node.get("/api/v1/health");
        assertThat(health.path("engines")).as(health.toString()).hasSize(5);
        assertThat(health.findValuesAsText("state")).as(health.toString()).containsOnly("ok");
    }

    @Test
    void listsTheMachinesAndTheManuals() throws Exception {
        assertThat(node.get("/api/v1/machines").path("machines")).hasSize(8);
        assertThat(node.get("/api/v1/manuals").path("manuals")).hasSize(7);
    }

    @Test
    void twoNodesServeTwoHomesAtOnceAndOneEndsAlone() throws Exception {
        try (AndonProcess other = AndonProcess.serve(folder.resolve("empty"))) {
            JsonNode refused = other.ask(TORQUE, null);
            assertThat(refused.at("/reply/kind").asText()).isEqualTo("refusal");
            assertThat(other.get("/api/v1/machines").path("machines")).isEmpty();
            JsonNode answered = node.ask(TORQUE, "palletiser-1");
            assertThat(answered.at("/reply/kind").asText()).isEqualTo("answer");
            assertEndsWhenTold(other);
            assertThat(folder.resolve("empty").resolve("run")).isEmptyDirectory();
            assertThat(node.process().isAlive()).isTrue();
        }
    }

    @Test
    void endsWhenItIsToldToBeforeItIsReady() throws Exception {
        try (AndonProcess own = AndonProcess.serve(DemoHome.copy(folder.resolve("hasty")))) {
            assertEndsWhenTold(own);
        }
    }

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        Path home = DemoHome.copy(folder.resolve("killed"));
        JsonNode manuals;
        JsonNode reply;
        try (AndonProcess killed = AndonProcess.serve(home)) {
            manuals = killed.get("/api/v1/manuals");
            reply = killed.ask(TORQUE, "palletiser-1").path("reply");
            killed.process().destroyForcibly().waitFor();
        }
        try (AndonProcess again = AndonProcess.serve(home)) {
            assertThat(again.get("/api/v1/manuals")).isEqualTo(manuals);
            assertThat(again.ask(TORQUE, "palletiser-1").path("reply")).isEqualTo(reply);
        }
    }

    @Test
    void saysNothingElseWhileItWorks() throws IOException {
        assertThat(node.err().lines().filter(line -> !line.contains("incubator"))).isEmpty();
    }

    private static void assertEndsWhenTold(AndonProcess told) throws Exception {
        List<ProcessHandle> children = told.process().descendants().toList();
        told.process().destroy();
        assertThat(told.process().waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(told.process().exitValue()).isIn(0, 143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(told.err()).doesNotContain("Exception", "\tat ");
    }

    private static double secondsOf(byte[] wav) throws IOException {
        assertThat(new String(Arrays.copyOf(wav, 4), StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        return Recording.read(Files.write(folder.resolve("reply.wav"), wav)).seconds();
    }
}
