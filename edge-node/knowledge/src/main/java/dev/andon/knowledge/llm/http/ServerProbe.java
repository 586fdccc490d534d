package dev.andon.knowledge.llm.http;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/// Finds out whether a server is there and has the model.
final class ServerProbe {
    private static final int NAMED_MAX = 5;

    private final ServerSettings settings;
    private final ServerRequests requests;
    private final ServerFailure failure;
    private final ShortExchange exchange;

    ServerProbe(ServerSettings settings, HttpClient client, ServerRequests requests) {
        this.settings = settings;
        this.requests = requests;
        this.failure = new ServerFailure(settings);
        this.exchange = new ShortExchange(client, failure);
    }

    /// @throws dev.andon.knowledge.StageException why the server will not answer
    void check() {
        List<String> models = new ArrayList<>();
        for (JsonNode model : exchange.json(requests.models()).path("data")) {
            models.add(model.path("id").asText());
        }
        if (!models.contains(settings.model())) {
            throw failure.failure(
                    "model-unknown",
                    "does not have the model %s but %s; set answering.model to one of these"
                            .formatted(
                                    settings.model(),
                                    models.isEmpty()
                                            ? "none"
                                            : String.join(
                                                    ", ",
                                                    models.subList(
                                                            0,
                                                            Math.min(models.size(), NAMED_MAX)))));
        }
    }
}
