package dev.andon.knowledge.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads a streamed completion: server-sent events, each a piece of the text, up to `[DONE]`.
final class EventStream {
    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";
    private static final JsonMapper JSON = new JsonMapper();

    private final ServerFailure failure;
    private final Consumer<String> pieces;
    private boolean ended;

    EventStream(ServerFailure failure, Consumer<String> pieces) {
        this.failure = failure;
        this.pieces = pieces;
    }

    /// Reads to the end.
    ///
    /// @throws IOException the connection broke
    /// @throws dev.andon.knowledge.StageException `server-not-understood`, `server-broken`,
    ///     `model-cut`
    void read(InputStream body) throws IOException {
        InputStream limited = new LimitedBody(body, failure, ServerSettings.RESPONSE_BYTES_MAX);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(limited, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DATA)) {
                String data = line.substring(DATA.length()).strip();
                if (data.equals(DONE)) {
                    return;
                }
                event(data);
            } else if (!line.isEmpty() && !line.matches("(event|id|retry)?:.*")) {
                throw failure.invalid("sends a line that is no event");
            }
        }
        if (!ended) {
            throw failure.cut(new IOException("no [DONE]"));
        }
    }

    private void event(String data) {
        JsonNode event = parse(data);
        if (event.hasNonNull("error")) {
            String said = event.path("error").path("message").asText();
            throw failure.failure(
                    "server-broken",
                    "fails in the middle of a reply%s; look into its log"
                            .formatted(ServerFailure.quoted(said)));
        }
        JsonNode choice = event.path("choices").path(0);
        String piece = choice.path("delta").path("content").asText("");
        if (!piece.isEmpty()) {
            pieces.accept(piece);
        }
        ended |= choice.hasNonNull("finish_reason");
    }

    private JsonNode parse(String data) {
        try {
            JsonNode event = JSON.readTree(data);
            if (event.isObject()) {
                return event;
            }
        } catch (JsonProcessingException notJson) {
            throw failure.invalid("sends an event that is not JSON");
        }
        throw failure.invalid("sends an event that is no object");
    }
}
