package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.llm.llamacpp.Wire.Command;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One request on its way: the supervisor puts pieces in, the caller's stream takes them out.
final class Generation implements Job {
    private final long id;
    private final String prompt;
    private final GenerationLimits limits;
    private final long deadlineNanos;
    private final BlockingQueue<Output> outputs = new LinkedBlockingQueue<>();
    private boolean cancelled;
    private @Nullable ChildProcess sentTo;

    Generation(long id, String prompt, GenerationLimits limits) {
        this.id = id;
        this.prompt = prompt;
        this.limits = limits;
        this.deadlineNanos = System.nanoTime() + limits.timeMax().toNanos();
    }

    private sealed interface Output {
        record Piece(String text) implements Output {}

        record End() implements Output {}

        record Broken(StageException failure) implements Output {}
    }

    @Override
    public synchronized boolean sendTo(ChildProcess child) {
        if (cancelled || left().isNegative()) {
            return false;
        }
        sentTo = child;
        child.send(
                new Command.Generate(
                        id,
                        prompt,
                        limits.tokensMax(),
                        limits.seed(),
                        limits.temperature(),
                        limits.grammar()));
        return true;
    }

    @Override
    public synchronized void cancel() {
        if (!cancelled) {
            cancelled = true;
            if (sentTo != null) {
                sentTo.send(new Command.Cancel(id));
            }
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Duration left() {
        return Duration.ofNanos(deadlineNanos - System.nanoTime());
    }

    void piece(String text) {
        outputs.add(new Output.Piece(text));
    }

    void end() {
        outputs.add(new Output.End());
    }

    @Override
    public void fail(StageException failure) {
        outputs.add(new Output.Broken(failure));
    }

    /// The pieces as they come.
    Stream<String> stream() {
        Spliterator<String> pieces =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super String> action) {
                        return advance(action);
                    }
                };
        return StreamSupport.stream(pieces, false).onClose(this::cancel);
    }

    private boolean advance(Consumer<? super String> action) {
        return switch (await()) {
            case Output.Piece(String text) -> {
                action.accept(text);
                yield true;
            }
            case Output.End _ -> false;
            case Output.Broken(StageException failure) -> throw failure;
        };
    }

    private Output await() {
        try {
            Output output = outputs.poll(left().toNanos(), TimeUnit.NANOSECONDS);
            return output == null ? late() : output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return new Output.Broken(
                    new StageException(
                            Stage.LANGUAGE_MODEL, "interrupted", "The wait was interrupted.", e));
        }
    }

    private Output late() {
        cancel();
        return new Output.Broken(
                new StageException(
                        Stage.LANGUAGE_MODEL,
                        "model-late",
                        "The language model did not finish in %d ms; use fewer passages, a smaller model or a GPU."
                                .formatted(limits.timeMax().toMillis())));
    }
}
