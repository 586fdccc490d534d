package dev.andon.knowledge.llm.http;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.answer.MistralPrompt;
import dev.andon.knowledge.answer.Prompt;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.stream.Stream;

/// A model on a server that speaks the OpenAI-compatible API. Safe to call from any thread; the
/// server decides how many it serves at once. It keeps the evaluated beginning of a prompt by
/// itself (`cache_prompt` of llama-server and prefix caching of vLLM are on by default).
///
/// A grammar is obeyed by llama-server; other servers ignore it, so whoever gives one must check
/// what comes.
public final class ServerModel implements LanguageModel {
    private final ServerSettings settings;
    private final HttpClient client;
    private final ServerRequests requests;
    private final ServerTokenizer tokenizer;
    private final Breaker breaker =
            new Breaker(ServerSettings.FAILURES_MAX, ServerSettings.SUSPENDED);

    private ServerModel(ServerSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
        this.requests = new ServerRequests(settings);
        this.tokenizer = new ServerTokenizer(settings, client, requests);
    }

    /// Gets ready to ask a server; nothing is sent yet.
    ///
    /// @throws StageException `ca-unreadable`
    public static ServerModel of(ServerSettings settings) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectMax())
                        .followRedirects(HttpClient.Redirect.NEVER);
        if (settings.caFile() != null) {
            client.sslContext(Authorities.of(settings.caFile()));
        }
        return new ServerModel(settings, client.build());
    }

    /// Where the server is.
    public URI url() {
        return settings.url();
    }

    /// How the server is, as far as the last request tells.
    public ServerHealth health() {
        return breaker.health();
    }

    /// Asks the server which models it has; no text of a manual is sent.
    ///
    /// @throws StageException why it will not answer: `server-unreachable`, `model-unknown`, ...
    public void probe() {
        try {
            new ServerProbe(settings, client, requests).check();
            breaker.succeeded();
        } catch (StageException e) {
            breaker.failed(e);
            throw e;
        }
    }

    @Override
    public void requireReady() {
        breaker.requireClosed();
    }

    @Override
    public Stream<String> generate(Prompt prompt, GenerationLimits limits) {
        String text = MistralPrompt.text(prompt);
        if (text.length() > ServerSettings.PROMPT_CHARS_MAX) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "prompt-too-long",
                    "The prompt has %d characters, at most %d may be sent; pass fewer passages."
                            .formatted(text.length(), ServerSettings.PROMPT_CHARS_MAX));
        }
        breaker.admit();
        return new Completion(client, settings, breaker, limits)
                .send(requests.completion(text, limits));
    }

    @Override
    public int tokens(String text) {
        return tokenizer.tokens(text);
    }

    @Override
    public String name() {
        return settings.model();
    }

    /// Ends every exchange.
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
