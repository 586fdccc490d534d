package dev.andon.knowledge.llm;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.time.Duration;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A continuation on its way from the thread that gets it to the one that reads it: pieces go in as
/// they come, a stream takes them out, in time or not at all.
public final class PieceQueue {
    private final BlockingQueue<Output> outputs = new LinkedBlockingQueue<>();
    private final Supplier<Duration> left;
    private final Supplier<StageException> late;

    /// @param left time until the next output must be there, asked at each wait
    /// @param late ends the request whose time is over, and says so
    public PieceQueue(Supplier<Duration> left, Supplier<StageException> late) {
        this.left = left;
        this.late = late;
    }

    private sealed interface Output {
        record Piece(String text) implements Output {}

        record End() implements Output {}

        record Broken(StageException failure) implements Output {}
    }

    /// The next piece.
    public void piece(String text) {
        outputs.add(new Output.Piece(text));
    }

    /// There is no more.
    public void end() {
        outputs.add(new Output.End());
    }

    /// There will be no more; the reader is told why.
    public void fail(StageException failure) {
        outputs.add(new Output.Broken(failure));
    }

    /// The pieces as they come.
    ///
    /// @param cancel told when the reader closes the stream or is interrupted
    public Stream<String> stream(Runnable cancel) {
        Spliterator<String> pieces =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super String> action) {
                        return advance(action, cancel);
                    }
                };
        return StreamSupport.stream(pieces, false).onClose(cancel);
    }

    private boolean advance(Consumer<? super String> action, Runnable cancel) {
        return switch (await(cancel)) {
            case Output.Piece(String text) -> {
                action.accept(text);
                yield true;
            }
            case Output.End _ -> false;
            case Output.Broken(StageException failure) -> throw failure;
        };
    }

    private Output await(Runnable cancel) {
        try {
            Output output = outputs.poll(left.get().toNanos(), TimeUnit.NANOSECONDS);
            return output == null ? new Output.Broken(late.get()) : output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel.run();
            return new Output.Broken(
                    new StageException(
                            Stage.LANGUAGE_MODEL, "interrupted", "The wait was interrupted.", e));
        }
    }
}
