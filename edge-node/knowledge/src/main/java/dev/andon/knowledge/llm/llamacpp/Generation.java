package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.llm.PieceQueue;
import dev.andon.knowledge.llm.llamacpp.Wire.Command;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.stream.Stream;

/// One request on its way: the supervisor puts pieces in, the caller's stream takes them out.
final class Generation implements Job {
    private final long id;
    private final String prompt;
    private final GenerationLimits limits;
    private final long deadlineNanos;
    private final PieceQueue outputs = new PieceQueue(this::left, this::late);
    private boolean cancelled;
    private @Nullable ChildProcess sentTo;

    Generation(long id, String prompt, GenerationLimits limits) {
        this.id = id;
        this.prompt = prompt;
        this.limits = limits;
        this.deadlineNanos = System.nanoTime() + limits.timeMax().toNanos();
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
        outputs.piece(text);
    }

    void end() {
        outputs.end();
    }

    @Override
    public void fail(StageException failure) {
        outputs.fail(failure);
    }

    /// The pieces as they come.
    Stream<String> stream() {
        return outputs.stream(this::cancel);
    }

    private StageException late() {
        cancel();
        return new StageException(
                Stage.LANGUAGE_MODEL,
                "model-late",
                "The language model did not finish in %d ms; use fewer passages, a smaller model or a GPU."
                        .formatted(limits.timeMax().toMillis()));
    }
}
