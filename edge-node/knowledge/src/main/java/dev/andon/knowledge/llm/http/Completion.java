package dev.andon.knowledge.llm.http;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.llm.PieceQueue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// One request on its way: a thread of its own reads what the server says, the caller's stream
/// takes it out. Closing the stream ends the exchange.
final class Completion {
    private final HttpClient client;
    private final ServerSettings settings;
    private final ServerFailure failure;
    private final Breaker breaker;
    private final GenerationLimits limits;
    private final PieceQueue outputs = new PieceQueue(this::left, this::late);
    private final AtomicBoolean over = new AtomicBoolean();
    private final long from = System.nanoTime();
    private volatile boolean speaks;

    Completion(
            HttpClient client, ServerSettings settings, Breaker breaker, GenerationLimits limits) {
        this.client = client;
        this.settings = settings;
        this.failure = new ServerFailure(settings);
        this.breaker = breaker;
        this.limits = limits;
    }

    /// Sends the request; the pieces come as the server says them.
    Stream<String> send(HttpRequest request) {
        Thread reader =
                Thread.ofVirtual().name("andon-model-server").start(() -> exchange(request));
        return outputs.stream(() -> giveUp(reader));
    }

    private void exchange(HttpRequest request) {
        try (InputStream body = body(request)) {
            new EventStream(failure, this::piece).read(body);
            succeeded();
        } catch (StageException e) {
            failed(e);
        } catch (IOException e) {
            failed(failure.cut(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private InputStream body(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw failure.unreachable(e);
        }
        try {
            failure.check(response);
            String type = response.headers().firstValue("Content-Type").orElse("nothing");
            if (!type.startsWith("text/event-stream")) {
                throw failure.invalid("answers with %s instead of events".formatted(type));
            }
            return response.body();
        } catch (StageException e) {
            response.body().close();
            throw e;
        }
    }

    private void piece(String text) {
        speaks = true;
        outputs.piece(text);
    }

    private void succeeded() {
        if (over.compareAndSet(false, true)) {
            breaker.succeeded();
            outputs.end();
        }
    }

    private void failed(StageException why) {
        if (over.compareAndSet(false, true)) {
            if (why.code().equals("prompt-refused")) {
                breaker.succeeded();
            } else {
                breaker.failed(why);
            }
            outputs.fail(why);
        }
    }

    /// Nobody listens any more; of no effect once it is over.
    private void giveUp(Thread reader) {
        if (over.compareAndSet(false, true)) {
            if (speaks) {
                breaker.succeeded();
            } else {
                breaker.givenUp(waited());
            }
        }
        reader.interrupt();
    }

    private Duration left() {
        Duration max = limits.timeMax();
        boolean first = !speaks && settings.firstTokenMax().compareTo(max) < 0;
        return (first ? settings.firstTokenMax() : max).minus(waited());
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private StageException late() {
        StageException late =
                failure.failure(
                        "model-late",
                        "did not finish in %d ms; use fewer passages, a smaller model or a GPU"
                                .formatted(waited().toMillis()));
        failed(late);
        return late;
    }
}
