package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Incidents over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentApiTest {
    private static final String ID = "123e4567-e89b-42d3-a456-426614174000";

    private final HttpClient client = HttpClient.newHttpClient();
    private NodeServer server;

    @BeforeAll
    void start() {
        server = NodeServer.start(new ScriptedTurns().services(), WebSettings.LOOPBACK.withPort(0));
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    /// What one test leaves open would be the same stop to the next.
    @BeforeEach
    void withdrawWhatIsOpen() throws Exception {
        for (Object each : ok(get("/api/v1/incidents?open=true")).getJsonArray("incidents")) {
            String id = ((JsonObject) each).getString("id");
            ok(post("/api/v1/incidents/" + id + "/withdraw", ""));
        }
    }

    @Test
    void joinsAnOpeningToTheStopOfTheMachine() throws Exception {
        JsonObject stopped =
                ok(
                        post(
                                "/api/v1/incidents",
                                "{\"machine\": \"press-3\", \"source\": \"machine\"}"));
        JsonObject joined =
                ok(post("/api/v1/incidents", "{\"machine\": \"press-3\", \"fault\": \"E-42\"}"));

        assertThat(joined.getString("id")).isEqualTo(stopped.getString("id"));
        assertThat(joined.getString("fault")).isEqualTo("E-42");
        assertThat(joined.fieldNames()).contains("reopens");
        assertThat(joined.getBoolean("micro")).isFalse();
    }

    @Test
    void takesAnIncidentFromItsOpeningToItsRestoration() throws Exception {
        JsonObject opened =
                ok(
                        post(
                                "/api/v1/incidents",
                                """
                                {"machine": "the big press", "fault": "e42",
                                 "failed_at": "2026-03-14T08:00:00+01:00", "source": "machine"}
                                """));
        assertThat(opened.getString("machine")).isEqualTo("press-3");
        assertThat(opened.getString("fault")).isEqualTo("E-42");
        assertThat(opened.getString("origin")).isEqualTo("machine");
        JsonObject failed = opened.getJsonArray("milestones").getJsonObject(0);
        assertThat(failed.getString("moment")).isEqualTo("failed");
        assertThat(failed.getString("at")).isEqualTo("2026-03-14T07:00:00Z");
        String here = "/api/v1/incidents/" + opened.getString("id");
        JsonObject waits =
                ok(post(here + "/milestones", "{\"moment\": \"waiting\", \"wait_for\": \"part\"}"));
        assertThat(waits.getString("state")).isEqualTo("waiting");
        JsonObject corrected =
                ok(
                        post(
                                here + "/milestones",
                                "{\"ordinal\": 3, \"at\": \"2026-03-14T07:30:00Z\"}"));
        assertThat(corrected.getJsonArray("milestones").getJsonObject(2).getString("at"))
                .isEqualTo("2026-03-14T07:30:00Z");
        ok(post(here + "/milestones", "{\"ordinal\": 3, \"retracted\": true}"));
        JsonObject restored =
                ok(
                        post(
                                here + "/milestones",
                                "{\"moment\": \"restored\", \"cause\": \"Dupont bent it\"}"));
        assertThat(restored.getBoolean("open")).isFalse();
        assertThat(restored.getString("cause")).isEqualTo("[name] bent it");
        assertThat(ok(get(here))).isEqualTo(restored);
        problem(post(here + "/milestones", "{\"moment\": \"restored\"}"), 409, "already-restored");
    }

    @Test
    void listsAndWithdraws() throws Exception {
        JsonObject opened = ok(post("/api/v1/incidents", "{\"machine\": \"press-3\"}"));
        String here = "/api/v1/incidents/" + opened.getString("id");
        assertThat(listed("?open=true&machine=press-3")).contains(opened.getString("id"));
        assertThat(ok(post(here + "/withdraw", "")).getBoolean("withdrawn")).isTrue();
        assertThat(listed("?open=true&limit=500")).doesNotContain(opened.getString("id"));
        assertThat(listed("")).contains(opened.getString("id"));
        problem(post(here + "/milestones", "{\"moment\": \"testing\"}"), 409, "withdrawn");
    }

    @Test
    void answersARepeatedRequestWithTheSameIncident() throws Exception {
        String body = "{\"id\": \"" + ID + "\", \"machine\": \"press-3\"}";
        JsonObject first = ok(post("/api/v1/incidents", body));
        assertThat(ok(post("/api/v1/incidents", body))).isEqualTo(first);
        String other = "{\"id\": \"" + ID + "\", \"machine\": \"press-3\", \"fault\": \"E-42\"}";
        problem(post("/api/v1/incidents", other), 409, "id-taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json|400|invalid-incident",
                "[]|400|invalid-incident",
                "{}|400|invalid-incident",
                "{\"machine\": 7}|400|invalid-incident",
                "{\"machine\": \"press-3\", \"colour\": 1}|400|invalid-incident",
                "{\"machine\": \"press-3\", \"failed_at\": \"soon\"}|400|invalid-incident",
                "{\"machine\": \"press-3\", \"source\": \"rumour\"}|400|invalid-incident",
                "{\"machine\": \"press-9\"}|422|unknown-machine",
                "{\"machine\": \"press-3\", \"fault\": \"E-24\"}|422|unknown-fault",
                "{\"machine\": \"press-3\", \"id\": \"17\"}|422|invalid-id",
                "{\"machine\": \"press-3\", \"failed_at\":"
                        + " \"2999-01-01T00:00:00Z\"}|422|in-the-future",
                "{\"machine\": \"press-3\", \"failed_at\": \"1970-01-01T00:00:00Z\"}|422|too-early",
            })
    void saysWhatIsWrongWithAnOpening(String body, int status, String code) throws Exception {
        problem(post("/api/v1/incidents", body), status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|invalid-incident",
                "{\"moment\": \"exploded\"}|400|invalid-incident",
                "{\"moment\": \"testing\", \"cause\": \"x\"}|400|invalid-incident",
                "{\"ordinal\": 1}|400|invalid-incident",
                "{\"ordinal\": \"1\"}|400|invalid-incident",
                "{\"ordinal\": 1, \"moment\": \"testing\"}|400|invalid-incident",
                "{\"moment\": \"waiting\"}|422|wait-unsaid",
                "{\"ordinal\": 9, \"retracted\": true}|422|unknown-milestone",
                "{\"ordinal\": 1, \"retracted\": true}|409|last-milestone",
            })
    void saysWhatIsWrongWithAMilestone(String body, int status, String code) throws Exception {
        JsonObject opened = ok(post("/api/v1/incidents", "{\"machine\": \"press-3\"}"));
        String here = "/api/v1/incidents/" + opened.getString("id");
        problem(post(here + "/milestones", body), status, code);
    }

    @Test
    void saysThatThereIsNoSuchIncident() throws Exception {
        problem(get("/api/v1/incidents/ffffffff"), 404, "unknown-incident");
        problem(get("/api/v1/incidents/..."), 404, "unknown-incident");
        problem(post("/api/v1/incidents/ffff/withdraw", ""), 404, "unknown-incident");
        problem(get("/api/v1/incidents?limit=0"), 400, "invalid-request");
        problem(get("/api/v1/incidents?open=perhaps"), 400, "invalid-request");
    }

    private String listed(String query) throws Exception {
        return ok(get("/api/v1/incidents" + query)).getJsonArray("incidents").encode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static JsonObject ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static void problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("detail")).isNotBlank();
    }
}
