package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.turn.TurnInput;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;

/// `POST /api/v1/ask` with and without a conversation: each counts its own turns.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationApiTest {
    private static final String ONE = "3f1c9a52-7d4e-4a0b-9a55-0c1d2e3f4a5b";
    private static final String OTHER = "0b2d4f6a-1111-4222-8333-444455556666";

    private final ScriptedTurns turns = new ScriptedTurns();
    private final HttpClient client = HttpClient.newHttpClient();
    private NodeServer server;

    @BeforeAll
    void start() {
        NodeServices scripted = turns.services();
        NodeServices counting =
                new NodeServices(
                        this::counting,
                        scripted.machines(),
                        scripted.manuals(),
                        scripted.pictures(),
                        scripted.health(),
                        scripted.version(),
                        scripted.incidents());
        server = NodeServer.start(counting, WebSettings.LOOPBACK.withPort(0));
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    private TurnRunner counting() {
        AtomicInteger count = new AtomicInteger();
        return (_, sink, events) ->
                turns.run(
                        new TurnInput.Typed("turn " + count.incrementAndGet(), null), sink, events);
    }

    @Test
    void aTurnGoesOnWithTheConversationThatItNames() throws Exception {
        assertThat(heard("?conversation=" + ONE)).isEqualTo("turn 1");
        assertThat(heard("?conversation=" + OTHER)).isEqualTo("turn 1");
        assertThat(heard("?conversation=" + ONE)).isEqualTo("turn 2");
    }

    @Test
    void aTurnStandsAloneThatNamesNone() throws Exception {
        assertThat(heard("")).isEqualTo("turn 1");
        assertThat(heard("")).isEqualTo("turn 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with%20space%20in", "a%2Fb%2Fc%2Fd%2Fe", "ünï-ümlaut"})
    void anIdOfAnotherFormIsRefused(String id) throws Exception {
        HttpResponse<String> response = ask("?conversation=" + id);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("conversation");
    }

    private String heard(String query) throws Exception {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body()).getString("heard");
    }

    private HttpResponse<String> ask(String query) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + server.port()
                                                + "/api/v1/ask"
                                                + query))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"question\": \"hello\"}"))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
