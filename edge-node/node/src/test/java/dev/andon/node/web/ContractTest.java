package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;

/// What the node answers is what `openapi.yaml` promises.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private Vertx vertx;
    private OpenAPIContract contract;
    private NodeServer server;

    @BeforeAll
    void start() {
        vertx = Vertx.vertx();
        contract = done(Contract.load().open(vertx));
        server = NodeServer.start(new ScriptedTurns().services(), WebSettings.LOOPBACK.withPort(0));
    }

    @AfterAll
    void stop() {
        server.close();
        done(vertx.close());
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "machines, /api/v1/machines",
        "manuals, /api/v1/manuals",
        "health, /api/v1/health",
        "live, /api/v1/health/live",
        "ready, /api/v1/health/ready"
    })
    void answersReadingsAsPromised(String operation, String path) throws Exception {
        assertPromised(operation, client.send(request(path).build(), BodyHandlers.ofByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is the torque?", "unknown"})
    void answersQuestionsAsPromised(String question) throws Exception {
        HttpRequest ask =
                request("/api/v1/ask")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"question\": \"" + question + "\"}"))
                        .build();

        assertPromised("ask", client.send(ask, BodyHandlers.ofByteArray()));
    }

    @Test
    void answersIncidentsAsPromised() throws Exception {
        HttpRequest open =
                request("/api/v1/incidents")
                        .POST(BodyPublishers.ofString("{\"machine\": \"press-3\"}"))
                        .build();
        assertPromised("openIncident", client.send(open, BodyHandlers.ofByteArray()));
        HttpRequest list = request("/api/v1/incidents").build();
        assertPromised("incidents", client.send(list, BodyHandlers.ofByteArray()));
    }

    @Test
    void describesEveryOperation() {
        assertThat(contract.operations())
                .extracting(Operation::getOperationId)
                .containsExactlyInAnyOrder(
                        "ask",
                        "audio",
                        "voice",
                        "machines",
                        "manuals",
                        "picture",
                        "incidents",
                        "openIncident",
                        "incident",
                        "markIncident",
                        "withdrawIncident",
                        "health",
                        "live",
                        "ready",
                        "openSession",
                        "contract");
    }

    @Test
    void describesEveryEventOfTheVoiceSocket() {
        String description = Contract.load().yaml().toString();

        assertThat(
                        Stream.of(
                                "listening",
                                "captured",
                                "heard",
                                "understood",
                                "retrieved",
                                "replied",
                                "speaking",
                                "failed",
                                "finished",
                                "cancelled"))
                .allMatch(type -> description.contains("| `" + type + "` |"));
    }

    private void assertPromised(String operation, HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        ValidatableResponse answer =
                ValidatableResponse.create(200, Map.of(), Buffer.buffer(response.body()), type);

        assertThat(done(ResponseValidator.create(vertx, contract).validate(answer, operation)))
                .isNotNull();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
