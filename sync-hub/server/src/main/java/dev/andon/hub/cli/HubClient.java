package dev.andon.hub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.config.Secret;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;

/// The hub's API, as the commands use it.
final class HubClient implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    /// Adding a large manual embeds it; it tells how far it is meanwhile.
    private static final Duration WORK_MAX = Duration.ofHours(4);

    private final URI hub;
    private final Secret token;
    private final String mend;
    private final HttpClient http;

    /// @param hub address
    /// @param token of its administrator
    /// @param tls whom to trust
    /// @param mend what to do if it is not there
    HubClient(URI hub, Secret token, SSLContext tls, String mend) {
        this.hub = hub;
        this.token = token;
        this.mend = mend;
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT_MAX).sslContext(tls).build();
    }

    /// @throws ClientException the hub is not there, or refused
    JsonNode get(String path) {
        return document(request(path).GET().build());
    }

    /// @param body a JSON document
    JsonNode post(String path, JsonNode body) {
        return document(json(request(path), body).build());
    }

    void delete(String path) {
        document(request(path).DELETE().build());
    }

    /// @param method of HTTP
    /// @param each told of every line
    void lines(String method, String path, JsonNode body, Consumer<JsonNode> each) {
        HttpRequest.Builder asked = request(path).timeout(WORK_MAX);
        String text = body.toString();
        read(
                asked.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(text))
                        .build(),
                each);
    }

    /// Sends a file, and is told how far the hub is with it.
    void upload(String path, Path file, Consumer<JsonNode> each) {
        try {
            BodyPublisher content = BodyPublishers.ofFile(file);
            read(
                    request(path)
                            .timeout(WORK_MAX)
                            .header("Content-Type", "application/octet-stream")
                            .POST(content)
                            .build(),
                    each);
        } catch (FileNotFoundException e) {
            throw new ClientException("no-file", file + " is not there.");
        }
    }

    /// Saves what the hub sends, whole or not at all.
    void download(String path, Path file) {
        HttpResponse<InputStream> response =
                send(request(path).timeout(WORK_MAX).build(), BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            refuse(response.statusCode(), in);
            Path half = file.resolveSibling(file.getFileName() + ".part");
            Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ClientException("no-file", "%s cannot be written: %s".formatted(file, e));
        }
    }

    private void read(HttpRequest request, Consumer<JsonNode> each) {
        HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            refuse(response.statusCode(), in);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode value = JSON.readTree(line);
                if (value.has("problem")) {
                    throw refused(value.path("problem"));
                }
                each.accept(value);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private JsonNode document(HttpRequest request) {
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
        JsonNode body = tree(response.body());
        if (response.statusCode() >= 400) {
            throw refused(body);
        }
        return body;
    }

    private static void refuse(int status, InputStream body) throws IOException {
        if (status >= 400) {
            throw refused(tree(body.readAllBytes()));
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("detail", "What answers there is no hub.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClientException refused(JsonNode problem) {
        return new ClientException(
                problem.path("code").asText("unknown"),
                problem.path("detail").asText("The hub refused without a reason."));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token.reveal());
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, JsonNode body) {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> as) {
        try {
            return http.send(request, as);
        } catch (ConnectException e) {
            throw new ClientException(
                    "unreachable", "No hub answers at %s. %s".formatted(hub, mend));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("unreachable", "Interrupted.");
        }
    }

    private ClientException unreachable(IOException e) {
        return new ClientException(
                "unreachable", "The hub at %s cannot be asked: %s".formatted(hub, e.getMessage()));
    }

    @Override
    public void close() {
        http.close();
    }
}
