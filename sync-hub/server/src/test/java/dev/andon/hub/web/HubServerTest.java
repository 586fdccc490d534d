package dev.andon.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.andon.config.Secret;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.enrol.WrongCodes;
import dev.andon.hub.pki.HostNames;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLHandshakeException;

@Timeout(120)
class HubServerTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final JsonNode CONTRACT = contract();
    private static final String KEY =
            Base64.getEncoder().encodeToString(SigningKey.generate().known());

    @TempDir Path folder;

    private HubCertificates certificates;
    private HubStore store;
    private Enrolments enrolments;
    private HubServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        certificates = certificatesIn("tls");
        store = HubStore.open(StoreSettings.sqlite(folder.resolve("hub.db")));
        enrolments =
                new Enrolments(store, certificates.authority(), InstantSource.system(), _ -> {});
        WebSettings settings =
                new WebSettings(
                        "127.0.0.1",
                        0,
                        certificates.certificate(),
                        certificates.key(),
                        new Secret(TOKEN),
                        folder.resolve("run"));
        server = HubServer.start(settings, rooms());
        client = HttpClient.newBuilder().sslContext(certificates.trusting(null)).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        store.close();
    }

    @Test
    void enrolsANodeOverHttps() throws Exception {
        HttpResponse<String> invited = post("/api/v1/fleet/edge-1/invite", "", TOKEN);
        assertThat(invited.statusCode()).isEqualTo(201);
        JsonNode invitation = json(invited);
        assertThat(Instant.parse(invitation.path("expires").asText())).isAfter(Instant.now());

        JsonNode credentials = json(enrol(invitation.path("code").asText()));

        assertThat(credentials.path("site").asText()).isEqualTo("plant");
        assertThat(credentials.path("node").asText()).isEqualTo("edge-1");
        assertThat(credentials.path("user").asText()).isEqualTo("edge-1");
        assertThat(credentials.path("broker").asText()).isEqualTo("ssl://hub:8883");
        assertThat(credentials.path("ca").asText()).isEqualTo(certificates.authorityPem());
        assertThat(credentials.path("keys").get(0).asText()).isEqualTo("a2V5");
        assertThat(enrolments.admits("edge-1", credentials.path("password").asText())).isTrue();
        HttpResponse<String> again = enrol(invitation.path("code").asText());
        assertThat(again.statusCode()).isEqualTo(410);
        assertProblem(again, "used-code");
    }

    @Test
    void removesANode() throws Exception {
        post("/api/v1/fleet/edge-1/invite", "", TOKEN);
        HttpRequest remove = request("/api/v1/fleet/edge-1", TOKEN).DELETE().build();

        assertThat(send(remove).statusCode()).isEqualTo(204);
        assertProblem(send(remove), "unknown-node");
    }

    @Test
    void wantsTheTokenForEverythingElse() throws Exception {
        for (String token : new String[] {"", "wrong-wrong-wrong", TOKEN + "x"}) {
            HttpResponse<String> refused = post("/api/v1/fleet/edge-1/invite", "", token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
            assertProblem(refused, "token-needed");
        }
        assertThat(get("/api/v1/health", "").statusCode()).isEqualTo(200);
        assertThat(get("/openapi.yaml", "").body()).contains("operationId: enrol");
        assertProblem(get("/api/v1/unknown", TOKEN), "not-found");
        assertThat(get("/api/v1/enrol", "").statusCode()).isEqualTo(405);
    }

    @Test
    void opensWhatTheContractSaysIsOpen() {
        List<String> open = new ArrayList<>();
        CONTRACT.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .forEach(
                                                operation -> {
                                                    if (operation.has("security")) {
                                                        open.add(path.getKey());
                                                    }
                                                }));
        assertThat(open).containsExactlyInAnyOrderElementsOf(Gate.OPEN);
    }

    @Test
    void slowsDownWhoTriesCodes() throws Exception {
        String wrong = post("/api/v1/fleet/edge-1/invite", "", TOKEN).body();
        String code = Json.MAPPER.readTree(wrong).path("code").asText();
        String other = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);
        for (int i = 0; i < 5; i++) {
            assertThat(enrol(other).statusCode()).isEqualTo(403);
        }
        HttpResponse<String> refused = enrol(code);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysWhatIsWrongWithABody() throws Exception {
        assertProblem(post("/api/v1/enrol", "{", ""), "not-json");
        assertProblem(post("/api/v1/enrol", "[]", ""), "not-json");
        assertProblem(post("/api/v1/enrol", "{\"code\": 7}", ""), "invalid-request");
        assertProblem(
                post("/api/v1/fleet/edge-1/invite", "{\"validHours\": 1000}", TOKEN),
                "invalid-request");
        assertProblem(post("/api/v1/fleet/Edge/invite", "", TOKEN), "invalid-node");
        HttpResponse<String> large = post("/api/v1/enrol", "x".repeat(70_000), "");
        assertThat(large.statusCode()).isEqualTo(413);
        assertProblem(large, "too-large");
    }

    @Test
    void showsACertificateThatOnlyItsOwnAuthorityVouchesFor() throws Exception {
        HubCertificates other = certificatesIn("other");
        try (HttpClient stranger =
                HttpClient.newBuilder().sslContext(other.trusting(null)).build()) {
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(
                            () ->
                                    stranger.send(
                                            request("/api/v1/health", "").build(),
                                            BodyHandlers.ofString()));
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        WebSettings taken =
                new WebSettings(
                        "127.0.0.1",
                        server.port(),
                        certificates.certificate(),
                        certificates.key(),
                        new Secret(TOKEN),
                        folder.resolve("run"));
        assertThatExceptionOfType(WebException.class)
                .isThrownBy(() -> HubServer.start(taken, rooms()))
                .withMessageContaining("web.port")
                .extracting(WebException::code)
                .isEqualTo("port-taken");
    }

    @Test
    void refusesToServeLessThanItPromises() {
        WebSettings settings =
                new WebSettings(
                        "127.0.0.1",
                        0,
                        certificates.certificate(),
                        certificates.key(),
                        new Secret(TOKEN),
                        folder.resolve("run"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> HubServer.start(settings, List.of()))
                .withMessageContaining("promises");
    }

    private List<Operations> rooms() {
        EnrolOperations enrol =
                new EnrolOperations(
                        enrolments,
                        new WrongCodes(InstantSource.system()),
                        () ->
                                new EnrolOperations.Place(
                                        "plant",
                                        "https://hub:8470",
                                        "ssl://hub:8883",
                                        certificates.authorityPem(),
                                        List.of("a2V5")),
                        (node, known) -> known);
        HealthOperations health = new HealthOperations(() -> HubHealth.of("1", "plant", List.of()));
        return List.of(enrol, health, HubServerTest::others);
    }

    /// What the contract promises besides: tried where its rooms are.
    private static Map<String, Operation> others() {
        Map<String, Operation> others = new HashMap<>();
        CONTRACT.findValuesAsText("operationId")
                .forEach(id -> others.put(id, Operation.of(_ -> new Answer.Nothing())));
        List.of("contract", "enrol", "invite", "removeNode", "health").forEach(others::remove);
        return others;
    }

    private HubCertificates certificatesIn(String name) throws IOException {
        return HubCertificates.ensure(
                Files.createDirectories(folder.resolve(name)),
                HostNames.of(List.of(), List.of()),
                Instant.now());
    }

    private HttpResponse<String> enrol(String code) throws Exception {
        String body = "{\"code\": \"%s\", \"publicKey\": \"%s\"}".formatted(code, KEY);
        return post("/api/v1/enrol", body, "");
    }

    private HttpResponse<String> post(String path, String body, String token) throws Exception {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path, token).build());
    }

    private HttpRequest.Builder request(String path, String token) {
        URI address = URI.create("https://127.0.0.1:" + server.port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return Json.MAPPER.readTree(response.body());
    }

    private static JsonNode contract() {
        try {
            return new YAMLMapper().readTree(Contract.load().yaml().getBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertProblem(HttpResponse<String> response, String code)
            throws IOException {
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.TYPE);
        assertThat(Json.MAPPER.readTree(response.body()).path("code").asText())
                .as(response.body())
                .isEqualTo(code);
    }
}
