package dev.andon.knowledge.llm.http;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One request on its way: a thread of its own reads what the server says, the caller's stream
/// takes it out. Closing the stream ends the exchange.
final class Completion {
    private final HttpClient client;
    private final ServerSettings settings;
    private final ServerFailure failure;
    private final Breaker breaker;
    private final GenerationLimits limits;
    private final BlockingQueue<Output> outputs = new LinkedBlockingQueue<>();
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

    private sealed interface Output {
        record Piece(String text) implements Output {}

        record End() implements Output {}

        record Broken(StageException failure) implements Output {}
    }

    /// Sends the request; the pieces come as the server says them.
    Stream<String> send(HttpRequest request) {
        Thread reader =
                Thread.ofVirtual().name("andon-model-server").start(() -> exchange(request));
        Spliterator<String> pieces =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super String> action) {
                        return advance(action);
                    }
                };
        return StreamSupport.stream(pieces, false).onClose(() -> giveUp(reader));
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
        outputs.add(new Output.Piece(text));
    }

    private void succeeded() {
        if (over.compareAndSet(false, true)) {
            breaker.succeeded();
            outputs.add(new Output.End());
        }
    }

    private void failed(StageException why) {
        if (over.compareAndSet(false, true)) {
            if (why.code().equals("prompt-refused")) {
                breaker.succeeded();
            } else {
                breaker.failed(why);
            }
            outputs.add(new Output.Broken(why));
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

    private boolean advance(Consumer<? super String> action) {
        return switch (await()) {
            case Output.Piece(String text) -> {
                action.accept(text);
                yield true;
            }
            case Output.End _ -> false;
            case Output.Broken(StageException why) -> throw why;
        };
    }

    private Output await() {
        try {
            Output output = outputs.poll(left().toNanos(), TimeUnit.NANOSECONDS);
            return output == null ? late() : output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Output.Broken(
                    new StageException(
                            Stage.LANGUAGE_MODEL, "interrupted", "The wait was interrupted.", e));
        }
    }

    private Duration left() {
        Duration max = limits.timeMax();
        boolean first = !speaks && settings.firstTokenMax().compareTo(max) < 0;
        return (first ? settings.firstTokenMax() : max).minus(waited());
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private Output late() {
        StageException late =
                failure.failure(
                        "model-late",
                        "did not finish in %d ms; use fewer passages, a smaller model or a GPU"
                                .formatted(waited().toMillis()));
        failed(late);
        return new Output.Broken(late);
    }
}
