package dev.andon.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.knowledge.StageException;
import dev.andon.node.web.WebSettings.Tls;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class GateTest {
    private static final String TOKEN = "correct horse battery staple";
    private static final WebLimits LIMITS = TestLimits.with(2, 2);

    private final ScriptedTurns turns = new ScriptedTurns();
    private @Nullable NodeServer server;

    @TempDir Path folder;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void refusesToListenBeyondThisComputerWithoutTlsAndToken(String host) {
        Tls tls = new Tls(folder.resolve("c.pem"), folder.resolve("k.pem"));

        assertRefused(new WebSettings(host, 0, null, null, LIMITS), "unsafe-binding");
        assertRefused(new WebSettings(host, 0, null, TOKEN, LIMITS), "unsafe-binding");
        assertRefused(new WebSettings(host, 0, tls, null, LIMITS), "unsafe-binding");
    }

    @Test
    void namesATlsFileThatIsMissing() {
        Tls tls = new Tls(folder.resolve("c.pem"), folder.resolve("k.pem"));

        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> begin(new WebSettings("127.0.0.1", 0, tls, TOKEN, LIMITS)))
                .withMessageContaining("c.pem");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:1234, 200",
        "127.0.0.1, 200",
        "[::1]:80, 200",
        "andon.example, 403",
        "localhost.evil.example, 403",
        "127.0.0.1.evil.example, 403"
    })
    void answersToTheNamesOfItsOwnComputerOnly(String host, int status) throws IOException {
        begin(open());

        assertThat(raw("GET /api/v1/machines HTTP/1.1", "Host: " + host)).isEqualTo(status);
        assertThat(raw("GET / HTTP/1.1", "Host: " + host)).isEqualTo(status);
    }

    @Test
    void letsNoOtherSiteChangeAnythingOrTalk() throws IOException {
        begin(open());
        String own = "http://127.0.0.1:" + port();
        String post = "POST /api/v1/session HTTP/1.1";
        String upgrade = "GET /api/v1/voice HTTP/1.1";

        assertThat(fromOrigin(post, own)).isEqualTo(204);
        assertThat(fromOrigin(upgrade, own)).isEqualTo(101);
        for (String foreign :
                new String[] {
                    "http://evil.example",
                    "null",
                    "http://127.0.0.1:1",
                    "https://127.0.0.1:" + port(),
                    "http://127.0.0.1:" + port() + "@evil.example",
                    "nonsense://["
                }) {
            assertThat(fromOrigin(post, foreign)).as(foreign).isEqualTo(403);
            assertThat(fromOrigin(upgrade, foreign)).as(foreign).isEqualTo(403);
        }
    }

    @Test
    void asksForTheTokenEverywhereButAtTheDoor() throws IOException {
        begin(new WebSettings("127.0.0.1", 0, null, TOKEN, LIMITS));

        for (String path :
                new String[] {"/", "/andon.js", "/openapi.yaml", "/api/v1/health/live"}) {
            assertThat(raw("GET " + path + " HTTP/1.1")).as(path).isEqualTo(200);
        }
        for (String path :
                new String[] {
                    "/api/v1/machines",
                    "/api/v1/manuals",
                    "/api/v1/health",
                    "/api/v1/audio/x",
                    "/api/v1/voice",
                    "/api/v1/health/live/../../machines",
                    "/api/v1/none"
                }) {
            assertThat(raw("GET " + path + " HTTP/1.1")).as(path).isEqualTo(401);
        }
        assertThat(raw("POST /api/v1/ask HTTP/1.1", "Content-Length: 0")).isEqualTo(401);
        assertThat(fromOrigin("GET /api/v1/voice HTTP/1.1", "http://127.0.0.1:" + port()))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer " + TOKEN + ", 200",
        "bearer " + TOKEN + ", 200",
        "Bearer x, 401",
        "Bearer, 401",
        "Basic " + TOKEN + ", 401"
    })
    void takesTheTokenAsBearer(String authorization, int status) throws IOException {
        begin(new WebSettings("127.0.0.1", 0, null, TOKEN, LIMITS));

        assertThat(raw("GET /api/v1/machines HTTP/1.1", "Authorization: " + authorization))
                .isEqualTo(status);
    }

    @Test
    void tradesTheTokenForACookieThatScriptsCannotRead() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        begin(new WebSettings("0.0.0.0", 0, certificate.tls(), TOKEN, LIMITS));
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
            HttpResponse<String> traded = trade(client, TOKEN);

            assertThat(traded.statusCode()).isEqualTo(204);
            String cookie = traded.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).containsIgnoringCase("; HttpOnly");
            assertThat(cookie).contains("; Secure", "; SameSite=Strict", "; Max-Age=43200");
            HttpRequest with =
                    https("/api/v1/machines").header("Cookie", cookie.split(";")[0]).build();
            assertThat(client.send(with, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            HttpRequest forged =
                    https("/api/v1/machines").header("Cookie", "andon_session=forged").build();
            assertThat(client.send(forged, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void closesTheDoorToGuessing() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        begin(new WebSettings("127.0.0.1", 0, certificate.tls(), TOKEN, LIMITS));
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
            for (int i = 0; i < LIMITS.wrongTokensMax(); i++) {
                assertThat(trade(client, "guess " + i).statusCode()).isEqualTo(401);
            }

            assertThat(trade(client, TOKEN).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void doesNotShowTheTokenInItsSettings() {
        assertThat(new WebSettings("::1", 1, null, TOKEN, LIMITS).toString())
                .doesNotContain("horse");
    }

    private static HttpResponse<String> trade(HttpClient client, NodeServer server, String token)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "https://localhost:" + server.port() + "/api/v1/session"))
                        .POST(BodyPublishers.ofString("{\"token\": \"" + token + "\"}"))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> trade(HttpClient client, String token) throws Exception {
        return trade(client, server, token);
    }

    private HttpRequest.Builder https(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port() + path));
    }

    private static WebSettings open() {
        return new WebSettings("127.0.0.1", 0, null, null, LIMITS);
    }

    private void begin(WebSettings settings) {
        server = NodeServer.start(turns.services(), settings);
    }

    private int port() {
        return server.port();
    }

    private void assertRefused(WebSettings settings, String code) {
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> begin(settings))
                .withMessageContaining("TLS and a token")
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private int fromOrigin(String requestLine, String origin) throws IOException {
        String[] headers =
                requestLine.startsWith("GET")
                        ? new String[] {
                            "Origin: " + origin,
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
                        }
                        : new String[] {"Origin: " + origin, "Content-Length: 0"};
        return raw(requestLine, headers);
    }

    /// The status of a request written by hand, since HTTP clients do not let one lie about the
    /// Host.
    private int raw(String requestLine, String... headers) throws IOException {
        String all = String.join("\r\n", headers);
        String host = all.contains("Host: ") ? "" : "Host: 127.0.0.1:" + port() + "\r\n";
        String request = requestLine + "\r\n" + host + all + (all.isEmpty() ? "" : "\r\n") + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] status = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(status, StandardCharsets.ISO_8859_1).substring(9));
        }
    }
}
