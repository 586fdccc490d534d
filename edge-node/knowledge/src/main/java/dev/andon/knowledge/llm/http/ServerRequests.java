package dev.andon.knowledge.llm.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.andon.knowledge.answer.GenerationLimits;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/// The requests of the API.
final class ServerRequests {
    private final ServerSettings settings;

    ServerRequests(ServerSettings settings) {
        this.settings = settings;
    }

    /// A streamed completion of one message. One message, since some models' templates know no
    /// instruction of the system.
    HttpRequest completion(String text, GenerationLimits limits) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", settings.model());
        body.putArray("messages").addObject().put("role", "user").put("content", text);
        body.put("stream", true);
        body.put("max_tokens", limits.tokensMax());
        body.put("temperature", limits.temperature());
        body.put("seed", limits.seed());
        if (limits.grammar() != null) {
            body.put("grammar", limits.grammar());
        }
        return to(settings.resolve("chat/completions"), limits.timeMax())
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    /// Both servers that count tokens find their own names for the text.
    HttpRequest tokens(String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", settings.model()).put("prompt", text).put("content", text);
        return to(settings.tokenizer(), ServerSettings.SHORT_REQUEST_MAX)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    HttpRequest models() {
        return to(settings.resolve("models"), ServerSettings.SHORT_REQUEST_MAX).GET().build();
    }

    private HttpRequest.Builder to(URI uri, Duration max) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(settings.connectMax().plus(max));
        return settings.key() == null
                ? request
                : request.header("Authorization", "Bearer " + settings.key().reveal());
    }
}
