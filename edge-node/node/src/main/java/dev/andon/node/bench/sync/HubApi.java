package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.node.sync.SyncException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import javax.net.ssl.SSLContext;

/// A hub's API as its administrator asks it: quicker than a command, which is a process.
///
/// @param hub address
/// @param token of the administrator
/// @param tls trusts the hub
record HubApi(URI hub, String token, SSLContext tls) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /// @throws SyncException `hub-api`: it refused, or did not answer
    JsonNode get(String path) {
        return ask(request(path).GET().build());
    }

    /// @param json the body
    JsonNode post(String path, String json) {
        return ask(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode ask(HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw failed(request, response.statusCode() + " " + response.body(), null);
            }
            return parsed(response.body());
        } catch (IOException e) {
            throw failed(request, e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(request, "interrupted", e);
        }
    }

    /// Reads what a hub or one of its commands says.
    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new SyncException("hub-api", "This is no JSON: " + json, e);
        }
    }

    private static SyncException failed(
            HttpRequest request, String why, @Nullable Exception cause) {
        String message = "%s %s: %s".formatted(request.method(), request.uri(), why);
        return cause == null
                ? new SyncException("hub-api", message)
                : new SyncException("hub-api", message, cause);
    }
}
