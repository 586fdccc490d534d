package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.time.Duration;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A model's sentences as they come. A thread of its own counts, asks and reads, so that whoever
/// waits here never waits longer than said, whatever the model does.
final class ModelSentences implements AutoCloseable {
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile long firstNanos;
    private volatile boolean began;

    private ModelSentences(Supplier<Stream<String>> generation) {
        this.thread = Thread.ofVirtual().name("andon-wording").unstarted(() -> listen(generation));
    }

    /// What came of waiting.
    sealed interface Heard {
        record Sentence(String text) implements Heard {}

        /// The model has said all.
        record End() implements Heard {}

        record Broken(StageException failure) implements Heard {}

        /// Nothing yet.
        record Late() implements Heard {}
    }

    /// Begins to ask.
    ///
    /// @param generation builds the prompt and opens the model's stream; may block and fail
    static ModelSentences start(Supplier<Stream<String>> generation) {
        ModelSentences sentences = new ModelSentences(generation);
        sentences.thread.start();
        return sentences;
    }

    /// Waits for what comes next.
    ///
    /// @throws StageException `answer`, `interrupted`
    Heard next(Duration max) {
        try {
            Heard next = heard.poll(Math.max(0, max.toNanos()), TimeUnit.NANOSECONDS);
            return next == null ? new Heard.Late() : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageException(Stage.ANSWER, "interrupted", "The answer was interrupted.", e);
        }
    }

    /// When the model's first token came.
    OptionalLong firstTokenNanos() {
        return began ? OptionalLong.of(firstNanos) : OptionalLong.empty();
    }

    private void listen(Supplier<Stream<String>> generation) {
        SentenceCutter cutter = new SentenceCutter();
        int sentences = 0;
        try (Stream<String> pieces = generation.get()) {
            Iterator<String> read = pieces.iterator();
            while (read.hasNext() && sentences < WordingLimits.SENTENCES_MAX) {
                sentences += hear(cutter, read.next());
            }
            cutter.end().forEach(text -> heard.add(new Heard.Sentence(text)));
            heard.add(new Heard.End());
        } catch (StageException e) {
            heard.add(new Heard.Broken(e));
        }
    }

    private int hear(SentenceCutter cutter, String piece) {
        if (!began) {
            firstNanos = System.nanoTime();
            began = true;
        }
        var complete = cutter.add(piece);
        complete.forEach(text -> heard.add(new Heard.Sentence(text)));
        return complete.size();
    }

    /// Cancels the generation.
    @Override
    public void close() {
        thread.interrupt();
    }
}
