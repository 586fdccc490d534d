package dev.andon.knowledge.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLException;

/// What a server's failures mean to a person.
final class ServerFailure {
    private static final int SAID_CHARS_MAX = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final ServerSettings settings;

    ServerFailure(ServerSettings settings) {
        this.settings = settings;
    }

    /// Throws unless the server agreed.
    void check(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() != 200) {
            throw of(response.statusCode(), said(response.body()));
        }
    }

    private StageException of(int status, String said) {
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                    failure(
                            "server-redirects",
                            "sends elsewhere (status %d), which is not followed; write the final address into answering.server.url"
                                    .formatted(status));
            case 401, 403 ->
                    failure(
                            "server-refuses-key",
                            "does not accept the key (status %d); check answering.server.keyFile"
                                    .formatted(status));
            case 404 ->
                    failure(
                            "model-unknown",
                            "does not know the model %s, or its API begins elsewhere%s; check answering.model and answering.server.url"
                                    .formatted(settings.model(), said));
            case 429 ->
                    failure("model-busy", "has too many requests (status 429); ask again later");
            case 400, 413, 422 ->
                    failure(
                            "prompt-refused",
                            "refuses the request (status %d)%s; a smaller answering.contextTokens may mend it"
                                    .formatted(status, said));
            default ->
                    failure(
                            "server-broken",
                            "answers with status %d%s; look into its log".formatted(status, said));
        };
    }

    /// One line of what the server says about an error.
    private static String said(InputStream body) throws IOException {
        String text =
                new String(body.readNBytes(ServerSettings.ERROR_BYTES_MAX), StandardCharsets.UTF_8);
        try {
            JsonNode error = JSON.readTree(text).path("error");
            return quoted(error.isTextual() ? error.asText() : error.path("message").asText());
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    static String quoted(String said) {
        String line = said.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.isEmpty()
                ? ""
                : ", \"" + line.substring(0, Math.min(line.length(), SAID_CHARS_MAX)) + '"';
    }

    /// Before the server said anything.
    StageException unreachable(IOException cause) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return failure(
                    "server-unreachable",
                    "cannot be reached; start it, or check answering.server.url",
                    cause);
        }
        if (cause instanceof SSLException) {
            return failure(
                    "server-untrusted",
                    "cannot be trusted (%s); name its authority in answering.server.caFile"
                            .formatted(cause.getMessage()),
                    cause);
        }
        return failure(
                "server-unreachable", "does not answer (%s)".formatted(cause.getMessage()), cause);
    }

    /// In the middle of a reply.
    StageException cut(IOException cause) {
        return failure("model-cut", "broke off in the middle of a reply", cause);
    }

    StageException invalid(String what) {
        return failure(
                "server-not-understood",
                what + "; answering.server.url must be an OpenAI-compatible API");
    }

    StageException failure(String code, String what) {
        return new StageException(Stage.LANGUAGE_MODEL, code, sentence(what));
    }

    private StageException failure(String code, String what, Exception cause) {
        return new StageException(Stage.LANGUAGE_MODEL, code, sentence(what), cause);
    }

    private String sentence(String what) {
        return "The model server %s %s.".formatted(settings.url(), what);
    }
}
