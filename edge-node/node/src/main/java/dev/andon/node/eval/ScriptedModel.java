package dev.andon.node.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A language model on loopback, behind the OpenAI-compatible API, that answers whatever it is
/// asked with the one sentence that it was told to say.
final class ScriptedModel implements AutoCloseable {
    /// The one model that it has.
    static final String NAME = "scripted";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String sentence = "";

    private ScriptedModel(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::complete);
        server.createContext("/v1/models", exchange -> send(exchange, "application/json", MODELS));
        server.start();
    }

    private static final String MODELS = "{\"data\": [{\"id\": \"" + NAME + "\"}]}";

    /// Starts one on a free port.
    static ScriptedModel start() {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            return new ScriptedModel(HttpServer.create(free, 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where its API begins.
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /// From now on it says this.
    void say(String words) {
        sentence = words;
    }

    /// How often it was asked for words.
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void complete(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.incrementAndGet();
        String words = JSON.writeValueAsString(sentence);
        send(
                exchange,
                "text/event-stream",
                """
                data: {"choices": [{"index": 0, "delta": {"content": %s}}]}

                data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}

                data: [DONE]

                """
                        .formatted(words));
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
