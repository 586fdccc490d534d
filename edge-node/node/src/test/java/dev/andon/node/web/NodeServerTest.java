package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.MemorySink;
import dev.andon.node.audio.Sound;
import dev.andon.node.audio.WavSource;
import dev.andon.node.turn.TurnInput;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeServerTest {
    private static final String PICTURE =
            "/api/v1/manuals/px200-service/pages/57?revision=C&language=en";

    private final ScriptedTurns turns = new ScriptedTurns();
    private final HttpClient client = HttpClient.newHttpClient();
    private NodeServer server;

    @BeforeAll
    void start() {
        server = NodeServer.start(turns.services(), WebSettings.LOOPBACK.withPort(0));
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void answersATypedQuestionWithItsCitation() throws Exception {
        JsonObject turn = ask("What is the torque of the nozzle screws?");

        assertThat(turn.fieldNames())
                .containsExactly(
                        "id",
                        "heard",
                        "reply",
                        "passages",
                        "mode",
                        "timings_ms",
                        "audio",
                        "failure");
        assertThat(turn.getString("heard")).isEqualTo("What is the torque of the nozzle screws?");
        JsonObject reply = turn.getJsonObject("reply");
        assertThat(reply.getString("kind")).isEqualTo("answer");
        assertThat(reply.getString("spoken")).isEqualTo("forty five newton metres");
        assertThat(reply.getJsonArray("citations").getJsonObject(0))
                .isEqualTo(
                        new JsonObject()
                                .put("manual", "px200-service")
                                .put("title", "PX-200 Service Manual")
                                .put("revision", "C")
                                .put("page", "4-12")
                                .put("pdf_page", 57)
                                .put("picture", PICTURE)
                                .put("heading", "Replacing the nozzle")
                                .put("quote", ScriptedTurns.QUOTE));
        assertThat(turn.getString("mode")).isEqualTo("quote");
        assertThat(turn.getJsonArray("passages")).hasSize(10);
        assertThat(turn.getJsonObject("timings_ms").getDouble("endpoint")).isEqualTo(1.0);
        assertThat(turn.getJsonObject("timings_ms").getDouble("first_audio")).isEqualTo(95.5);
    }

    @Test
    void keepsTheSpokenReplyForFetching() throws Exception {
        String url = ask("What is the torque?").getString("audio");

        HttpResponse<byte[]> response =
                client.send(request(url).build(), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Type")).contains("audio/wav");
        try (WavSource wav = WavSource.of(response.body(), "reply")) {
            assertThat(Sound.all(wav))
                    .isEqualTo(
                            Sound.joined(
                                    Sound.tone(AudioFormat.SPEECH, 440, 0.2, 100),
                                    Sound.tone(AudioFormat.SPEECH, 440, 0.2, 100),
                                    Sound.tone(AudioFormat.SPEECH, 440, 0.2, 100)));
        }
    }

    @Test
    void showsThePageOfACitation() throws Exception {
        HttpResponse<byte[]> response =
                client.send(request(PICTURE).build(), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(response.body()).isEqualTo(ScriptedTurns.PNG);
    }

    @Test
    void saysThatThereIsNoSuchPage() throws Exception {
        JsonObject problem = problem(get("/api/v1/manuals/px200-service/pages/58"), 404);

        assertThat(problem.getString("code")).isEqualTo("page-missing");
        problem(get("/api/v1/manuals/px200-service/pages/first"), 400);
        problem(get("/api/v1/manuals/px200-service/pages/0"), 400);
    }

    @Test
    void saysThatASpokenReplyIsGone() throws Exception {
        JsonObject problem = problem(get("/api/v1/audio/none"), 404);

        assertThat(problem.getString("code")).isEqualTo("audio-gone");
    }

    @Test
    void answersARecording() throws Exception {
        turns.captures.clear();
        HttpRequest request =
                request("/api/v1/ask?machine=press-3")
                        .header("Content-Type", "audio/wav")
                        .POST(BodyPublishers.ofByteArray(wav()))
                        .build();

        JsonObject turn = new JsonObject(send(request).body());

        assertThat(turn.getString("heard")).isEqualTo("what is the torque of the nozzle screws");
        assertThat(lastInput().machine()).isEqualTo("press-3");
    }

    @Test
    void answersARecordingInAForm() throws Exception {
        String boundary = "andon-boundary";
        byte[] head =
                ("--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"machine\"\r\n\r\n"
                                + "conveyor-1\r\n--"
                                + boundary
                                + "\r\nContent-Disposition:"
                                + " form-data; name=\"audio\"; filename=\"q.wav\"\r\n"
                                + "Content-Type: audio/wav\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                request("/api/v1/ask")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofByteArray(head),
                                        BodyPublishers.ofByteArray(wav()),
                                        BodyPublishers.ofByteArray(tail)))
                        .build();

        JsonObject turn = new JsonObject(send(request).body());

        assertThat(turn.getString("heard")).isEqualTo("what is the torque of the nozzle screws");
        assertThat(lastInput().machine()).isEqualTo("conveyor-1");
    }

    @Test
    void givesARecordingWithoutSpeechNoReply() throws Exception {
        MemorySink silence = new MemorySink(1 << 20);
        silence.play(Sound.silence(AudioFormat.SPEECH, 800));
        HttpRequest request =
                request("/api/v1/ask")
                        .header("Content-Type", "audio/wav")
                        .POST(BodyPublishers.ofByteArray(silence.toWav()))
                        .build();

        JsonObject turn = new JsonObject(send(request).body());

        assertThat(turn.getValue("heard")).isNull();
        assertThat(turn.getValue("reply")).isNull();
        assertThat(turn.getValue("audio")).isNull();
    }

    @Test
    void reportsARefusalWithTheNearestSection() throws Exception {
        JsonObject turn = ask("unknown");

        JsonObject reply = turn.getJsonObject("reply");
        assertThat(reply.getString("kind")).isEqualTo("refusal");
        assertThat(reply.getString("missing")).isEqualTo("painting");
        assertThat(reply.getJsonObject("nearest").getString("page")).isEqualTo("4-12");
        assertThat(reply.getJsonArray("citations")).isEmpty();
        assertThat(turn.getValue("mode")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"question\": \"  \"}", "{\"question\": 7}"})
    void refusesABodyThatIsNoQuestion(String body) throws Exception {
        JsonObject problem = problem(post(body), 400);

        assertThat(problem.getString("code")).isEqualTo("invalid-question");
        assertThat(problem.getString("mend")).contains("\"question\"");
    }

    @Test
    void refusesAQuestionOfTooManyWords() throws Exception {
        String body = new JsonObject().put("question", "why ".repeat(101)).encode();

        assertThat(problem(post(body), 413).getString("detail")).contains("100 words");
    }

    @Test
    void refusesARecordingBeyondTheLimitBeforeReadingIt() throws Exception {
        WebLimits limits = WebLimits.DEFAULT;
        HttpRequest request =
                request("/api/v1/ask")
                        .header("Content-Type", "audio/wav")
                        .POST(BodyPublishers.ofByteArray(new byte[limits.bodyBytesMax() + 1]))
                        .build();

        assertThat(problem(send(request), 413).getString("code")).isEqualTo("too-large");
    }

    @Test
    void refusesABodyOfAnUnknownKind() throws Exception {
        HttpRequest request =
                request("/api/v1/ask")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("why?"))
                        .build();

        assertThat(problem(send(request), 415).getString("mend")).contains("audio/wav");
    }

    @Test
    void saysWhatIsWrongWithARecording() throws Exception {
        HttpRequest request =
                request("/api/v1/ask")
                        .header("Content-Type", "audio/wav")
                        .POST(BodyPublishers.ofString("ID3 this is an MP3 file"))
                        .build();

        JsonObject problem = problem(send(request), 422);

        assertThat(problem.getString("code")).isEqualTo("not-wav");
        assertThat(problem.getString("where")).isEqualTo("audio");
        assertThat(problem.getString("detail")).contains("sox");
    }

    @Test
    void saysWhatBroke() throws Exception {
        JsonObject problem = problem(post("{\"question\": \"break\"}"), 503);

        assertThat(problem.getString("code")).isEqualTo("store-broken");
        assertThat(problem.getString("where")).isEqualTo("store");
        assertThat(problem.getString("detail")).contains("andon index");
    }

    @Test
    void showsNothingOfABugButThatThereIsOne() throws Exception {
        HttpResponse<String> response = post("{\"question\": \"bug\"}");

        assertThat(problem(response, 500).getString("code")).isEqualTo("broken");
        assertThat(response.body()).doesNotContain("secret", "Exception", ".java");
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,404", "GET,/api/v1/nowhere,404", "DELETE,/api/v1/machines,405"})
    void answersWhatIsNotThereWithAProblem(String method, String path, int status)
            throws Exception {
        HttpRequest request = request(path).method(method, BodyPublishers.noBody()).build();

        assertThat(problem(send(request), status).getString("where")).contains(path);
    }

    @Test
    void listsMachinesManualsAndEngines() throws Exception {
        JsonObject machines = new JsonObject(get("/api/v1/machines").body());
        JsonObject manuals = new JsonObject(get("/api/v1/manuals").body());
        JsonObject health = new JsonObject(get("/api/v1/health").body());

        assertThat(machines.getJsonArray("machines").getJsonObject(0).getString("line"))
                .isEqualTo("Line A");
        assertThat(manuals.getJsonArray("manuals").getJsonObject(0).getString("file"))
                .isEqualTo("px200.pdf");
        assertThat(manuals.getJsonArray("manuals").getJsonObject(0).getString("date"))
                .isEqualTo("2025-03-01");
        assertThat(health.getString("status")).isEqualTo("degraded");
        assertThat(health.getJsonArray("engines").getJsonObject(1).getString("mend"))
                .isEqualTo("configure a model");
        assertThat(get("/api/v1/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void publishesItsContract() throws Exception {
        HttpResponse<String> response = get("/openapi.yaml");

        assertThat(response.body()).startsWith("openapi: 3.1.0").contains("operationId: voice");
    }

    @Test
    void servesThePageWithoutForeignOrInlineScripts() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("script-src 'self'", "default-src 'none'"));
        assertThat(page.body())
                .doesNotContain("http://", "https://", "<style", "style=", " onclick=");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void refusesATurnWhenAllSlotsAreTaken() throws Exception {
        ScriptedTurns waiting = new ScriptedTurns();
        WebLimits one = TestLimits.with(1, 2);
        WebSettings settings = new WebSettings("127.0.0.1", 0, null, null, one);
        try (NodeServer busy = NodeServer.start(waiting.services(), settings)) {
            CompletableFuture<HttpResponse<String>> first =
                    client.sendAsync(typed(busy, "wait"), BodyHandlers.ofString());
            waiting.waiting.await();

            HttpResponse<String> second = client.send(typed(busy, "why"), BodyHandlers.ofString());

            assertThat(problem(second, 503).getString("code")).isEqualTo("busy");
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            waiting.goOn.countDown();
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(client.send(typed(busy, "why"), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void endsTheTurnOfAClientThatLeaves() throws Exception {
        ScriptedTurns waiting = new ScriptedTurns();
        String body = "{\"question\": \"wait\"}";
        try (NodeServer left =
                NodeServer.start(waiting.services(), WebSettings.LOOPBACK.withPort(0))) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), left.port())) {
                String request =
                        "POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                + " application/json\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                waiting.waiting.await();
            }

            assertThat(waiting.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebSettings settings = WebSettings.LOOPBACK.withPort(taken.getLocalPort());

            assertThatExceptionOfType(StageException.class)
                    .isThrownBy(() -> NodeServer.start(turns.services(), settings))
                    .withMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("port-taken"));
        }
    }

    private TurnInput lastInput() {
        return turns.inputs.stream().reduce((_, last) -> last).orElseThrow();
    }

    private static byte[] wav() {
        MemorySink sink = new MemorySink(1 << 20);
        sink.play(ScriptedTurns.question());
        return sink.toWav();
    }

    private JsonObject ask(String question) throws Exception {
        HttpResponse<String> response =
                post(new JsonObject().put("question", question).put("machine", "press-3").encode());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(
                request("/api/v1/ask")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest typed(NodeServer server, String question) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/api/v1/ask"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new JsonObject().put("question", question).encode()))
                .build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonObject problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        return problem;
    }
}
