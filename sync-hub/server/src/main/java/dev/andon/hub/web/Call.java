package dev.andon.hub.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A request, as the work sees it.
public final class Call {
    private static final ObjectReader JSON =
            Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Map<String, String> path;
    private final Map<String, String> query;
    private final String remote;
    private final byte[] body;
    private final @Nullable Path file;

    Call(
            Map<String, String> path,
            Map<String, String> query,
            String remote,
            byte[] body,
            @Nullable Path file) {
        this.path = Map.copyOf(path);
        this.query = Map.copyOf(query);
        this.remote = remote;
        this.body = body.clone();
        this.file = file;
    }

    /// A parameter of the path, which the contract demands.
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }

    /// A parameter of the query.
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /// A whole number of the query; the contract holds it to its range.
    public int whole(String name, int fallback) {
        return query(name).map(Integer::parseInt).orElse(fallback);
    }

    /// The address that it came from.
    public String remote() {
        return remote;
    }

    /// The body as a JSON object; an empty one if there is no body.
    ///
    /// @throws Problem.Refused it is none
    public JsonNode json() {
        if (body.length == 0) {
            return Json.MAPPER.createObjectNode();
        }
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw notJson(e.getOriginalMessage());
        } catch (IOException e) {
            throw notJson(String.valueOf(e.getMessage()));
        }
        throw notJson("it is no object");
    }

    /// A text of the JSON body.
    ///
    /// @throws Problem.Refused it is missing or no text
    public String text(String field) {
        JsonNode value = json().path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Problem(
                            400,
                            "invalid-request",
                            field + " is missing, or is no text.",
                            field,
                            "See /openapi.yaml for what is accepted.")
                    .refused();
        }
        return value.textValue();
    }

    /// Where the body lies; it is deleted when the work ends, unless it was moved.
    public Path file() {
        return Objects.requireNonNull(file, "the operation takes no file");
    }

    private static Problem.Refused notJson(String why) {
        return new Problem(
                        400,
                        "not-json",
                        "The body is no JSON object: " + why + ".",
                        "body",
                        "Send one with Content-Type: application/json.")
                .refused();
    }
}
