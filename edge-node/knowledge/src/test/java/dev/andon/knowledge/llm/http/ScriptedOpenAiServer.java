package dev.andon.knowledge.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// An OpenAI-compatible server on loopback that says what it was told to say, in the order in which
/// it was told, and keeps what it was asked. Told nothing more, it repeats its last reply.
///
/// ```java
/// try (var server = ScriptedOpenAiServer.start()) {
///     server.then(ScriptedReply.saying("The torque is 45 N·m."));
///     ... server.url() ...
/// }
/// ```
public final class ScriptedOpenAiServer implements AutoCloseable {
    /// The one model that it has.
    public static final String MODEL = "scripted-7b";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<ScriptedReply> replies = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ScriptedReply last = ScriptedReply.saying("none");
    private volatile boolean tokenizes;

    private ScriptedOpenAiServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::complete);
        server.createContext("/v1/models", this::models);
        server.createContext("/tokenize", this::tokenize);
        server.start();
    }

    /// Starts one on a free port.
    public static ScriptedOpenAiServer start() throws IOException {
        return new ScriptedOpenAiServer(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /// The next reply, behind those that it was told before.
    public ScriptedOpenAiServer then(ScriptedReply reply) {
        replies.add(reply);
        return this;
    }

    /// From now on it counts tokens, one a word.
    public ScriptedOpenAiServer withTokenizer() {
        tokenizes = true;
        return this;
    }

    /// Where the API begins, `http://127.0.0.1:PORT/v1`.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /// The bodies of the completions that it was asked for.
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /// All that the last request said to the model.
    public String prompt() {
        StringBuilder prompt = new StringBuilder();
        requests.getLast()
                .path("messages")
                .forEach(message -> prompt.append(message.path("content").asText()).append('\n'));
        return prompt.toString();
    }

    /// The headers `Authorization` of the completions.
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /// Waits until a client has hung up in the middle of a reply.
    ///
    /// @return whether one did in a minute
    public boolean awaitHangUp() throws InterruptedException {
        return hungUp.await(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void complete(HttpExchange exchange) throws IOException {
        requests.add(JSON.readTree(exchange.getRequestBody()));
        @Nullable String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(authorization == null ? "" : authorization);
        @Nullable ScriptedReply next = replies.poll();
        if (next != null) {
            last = next;
        }
        switch (last) {
            case ScriptedReply.Raw raw -> send(exchange, raw);
            case ScriptedReply.Say say -> stream(exchange, say);
        }
    }

    private void stream(HttpExchange exchange, ScriptedReply.Say say) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            int sent = 0;
            for (String piece : say.pieces()) {
                if (sent == say.held()) {
                    await(say, out);
                }
                if (sent++ == say.cutAfter()) {
                    return; // closed without the last chunk: the client sees a cut stream
                }
                event(out, chunk(piece));
            }
            event(out, "{\"choices\": [{\"delta\": {}, \"finish_reason\": \"stop\"}]}");
            event(out, "[DONE]");
            out.close();
        } catch (IOException gone) {
            hungUp.countDown();
        }
    }

    /// While it waits it sends comments, as proxies do: so it notices a client that hangs up.
    private void await(ScriptedReply.Say say, OutputStream out) throws IOException {
        long from = System.nanoTime();
        try {
            while (!say.until().await(10, TimeUnit.MILLISECONDS)
                    || System.nanoTime() - from < say.before().toNanos()) {
                if (closed.await(10, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the server was closed");
                }
                out.write(": wait\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String chunk(String piece) {
        return "{\"choices\": [{\"index\": 0, \"delta\": {\"content\": %s}}]}"
                .formatted(JSON.getNodeFactory().textNode(piece));
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void models(HttpExchange exchange) {
        send(
                exchange,
                ScriptedReply.body(
                        "application/json", "{\"data\": [{\"id\": \"" + MODEL + "\"}]}"));
    }

    private void tokenize(HttpExchange exchange) throws IOException {
        String text = JSON.readTree(exchange.getRequestBody()).path("content").asText();
        int words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        send(
                exchange,
                tokenizes
                        ? ScriptedReply.body("application/json", "{\"count\": " + words + "}")
                        : ScriptedReply.status(404, "no such path"));
    }

    private static void send(HttpExchange exchange, ScriptedReply.Raw raw) {
        byte[] body = raw.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", raw.contentType());
        try (exchange) {
            exchange.sendResponseHeaders(raw.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
