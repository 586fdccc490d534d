package dev.andon.knowledge.llm.http;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.wording.TokenEstimate;

import java.net.http.HttpClient;
import java.util.Set;

/// Counts tokens by the server's tokenizer, which llama-server and vLLM have; by [TokenEstimate]
/// where there is none, as with Ollama.
final class ServerTokenizer {
    private static final Set<String> ABSENT =
            Set.of("model-unknown", "server-broken", "prompt-refused", "server-not-understood");

    private final ServerRequests requests;
    private final ShortExchange exchange;
    private volatile boolean absent;

    ServerTokenizer(ServerSettings settings, HttpClient client, ServerRequests requests) {
        this.requests = requests;
        this.exchange = new ShortExchange(client, new ServerFailure(settings));
    }

    int tokens(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return absent ? TokenEstimate.of(text) : counted(text);
    }

    private int counted(String text) {
        try {
            JsonNode said = exchange.json(requests.tokens(text));
            if (said.path("count").isInt()) {
                return said.path("count").asInt();
            }
            if (said.path("tokens").isArray()) {
                return said.path("tokens").size();
            }
        } catch (StageException e) {
            if (!ABSENT.contains(e.code())) {
                throw e;
            }
        }
        absent = true;
        return TokenEstimate.of(text);
    }
}
