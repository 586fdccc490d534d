package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.llm.llamacpp.Wire.Event;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps a child alive on a thread of its own: starts it, hands it one request at a time, kills
/// it when it hangs, starts it anew when it dies, gives up when it dies too often.
final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /// How often an idle child is looked at.
    private static final Duration IDLE_LOOK = Duration.ofMillis(250);

    private static final Duration CLOSE_MAX = Duration.ofSeconds(15);

    private final LlamaSettings settings;
    private final BlockingQueue<Job> waiting = new ArrayBlockingQueue<>(LlamaSettings.QUEUE_MAX);
    private final Thread thread;
    private final HealthBoard board = new HealthBoard();
    private int deathsInARow;
    private int restarts;

    Supervisor(LlamaSettings settings) {
        this.settings = settings;
        this.thread =
                Thread.ofPlatform().name("andon-llama-supervisor").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    ModelHealth health() {
        return board.health();
    }

    void requireReady() {
        board.requireReady();
    }

    void awaitReady(Duration max) {
        board.awaitReady(max);
    }

    void enqueue(Job job) {
        board.requireReady();
        if (!waiting.offer(job)) {
            throw failure(
                    "model-busy",
                    "%d questions already wait for the language model; ask again later."
                            .formatted(LlamaSettings.QUEUE_MAX));
        }
        if (board.health() instanceof ModelHealth.Failed) {
            failAllWaiting();
        }
    }

    /// Gives up a place in the queue, if the request still has one.
    void forget(Job job) {
        waiting.remove(job);
    }

    private void run() {
        try {
            GgufFile.check(settings.model());
            while (!Thread.currentThread().isInterrupted()) {
                live();
                pause();
            }
        } catch (StageException e) {
            board.failed(e);
            LOG.warn("The language model is down: {}", e.getMessage());
        } catch (InterruptedException e) {
            board.failed(closed());
        }
        failAllWaiting();
    }

    /// One life of a child, from its start to its death.
    private void live() throws InterruptedException {
        board.starting(restarts);
        try (ChildProcess child = ChildProcess.start(settings)) {
            Event event = child.next(settings.waits().startMax());
            switch (event) {
                case Event.Loaded _ -> serve(child);
                case Event.NotLoaded(String code, String message) -> throw failure(code, message);
                case Event.Ended(String words) ->
                        LOG.warn("The model died at its start: {}", words);
                case null -> LOG.warn("The model did not load in {}", settings.waits().startMax());
                case Event.Piece _, Event.Done _, Event.Counted _, Event.Failed _ ->
                        LOG.warn("The model's child spoke out of turn: {}", event);
            }
        }
    }

    private void serve(ChildProcess child) throws InterruptedException {
        board.ready(child, restarts);
        boolean usable = true;
        while (usable && child.isAlive()) {
            Job next = waiting.poll(IDLE_LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null && next.sendTo(child)) {
                usable = relay(child, next);
            }
        }
    }

    /// Passes one request's events on until it ends.
    ///
    /// @return whether the child can serve another
    private boolean relay(ChildProcess child, Job job) throws InterruptedException {
        Duration patience = settings.waits().firstTokenMax();
        while (true) {
            Event event = child.next(patience);
            if (job.left().isNegative()) {
                job.cancel();
            }
            patience = settings.waits().nextTokenMax();
            switch (event) {
                case Event.Piece(_, String text) when job instanceof Generation generation ->
                        generation.piece(text);
                case Event.Done _ when job instanceof Generation generation -> {
                    deathsInARow = 0;
                    generation.end();
                    return true;
                }
                case Event.Counted(_, int tokens) when job instanceof Counting counting -> {
                    counting.counted(tokens);
                    return true;
                }
                case Event.Failed(_, String code, String message) -> {
                    job.fail(failure(code, message));
                    return true;
                }
                case Event.Ended(String lastWords) -> {
                    over(job, died(lastWords));
                    return false;
                }
                case null -> {
                    over(job, hung());
                    return false;
                }
                case Event.Loaded _,
                        Event.NotLoaded _,
                        Event.Piece _,
                        Event.Done _,
                        Event.Counted _ -> {
                    over(job, died("it spoke out of turn"));
                    return false;
                }
            }
        }
    }

    /// Ends the job of a child that is no use any more. The health says so first: whoever hears of
    /// the death and waits for the model must not be told of the old one.
    private void over(Job job, StageException why) {
        board.starting(restarts);
        job.fail(why);
    }

    /// Between a death and the next life.
    private void pause() throws InterruptedException {
        deathsInARow++;
        if (deathsInARow > settings.restarts().inARowMax()) {
            throw failure(
                    "model-dead",
                    "The language model's process ended %d time(s) without an answer; see the log, check memory and model file, then restart the node."
                            .formatted(deathsInARow));
        }
        restarts++;
        board.starting(restarts);
        failAllWaiting();
        Thread.sleep(settings.restarts().pauseBefore(deathsInARow));
    }

    private void failAllWaiting() {
        for (@Nullable Job next = waiting.poll(); next != null; next = waiting.poll()) {
            next.fail(died("another generation was under way"));
        }
    }

    private static StageException died(String lastWords) {
        return failure(
                "model-died",
                "The language model's process died and is being restarted"
                        + (lastWords.isEmpty() ? "." : ": " + lastWords));
    }

    private static StageException hung() {
        return failure(
                "model-hung", "The language model gave no token in time and is being restarted.");
    }

    private static StageException closed() {
        return failure("model-closed", "The language model was shut down.");
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.LANGUAGE_MODEL, code, message);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
