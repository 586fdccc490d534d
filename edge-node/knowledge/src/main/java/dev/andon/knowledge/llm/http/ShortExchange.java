package dev.andon.knowledge.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// A request whose reply is one piece of JSON.
final class ShortExchange {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final ServerFailure failure;

    ShortExchange(HttpClient client, ServerFailure failure) {
        this.client = client;
        this.failure = failure;
    }

    /// @throws StageException as of a completion
    JsonNode json(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                failure.check(response);
                return JSON.readTree(
                        new LimitedBody(body, failure, ServerSettings.RESPONSE_BYTES_MAX));
            }
        } catch (JsonProcessingException e) {
            throw failure.invalid("answers with something that is not JSON");
        } catch (IOException e) {
            throw failure.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageException(
                    Stage.LANGUAGE_MODEL, "interrupted", "The wait was interrupted.", e);
        }
    }
}
