package dev.andon.node.web;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReport.FailurePart;
import dev.andon.node.web.TurnSlots.Slot;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// One turn on a voice socket, on its own virtual thread. After it was cancelled nothing of it
/// reaches the client any more.
final class VoiceTurn {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceTurn.class);

    private static final Duration END_MAX = Duration.ofSeconds(2);
    private static final FailurePart BROKEN =
            new FailurePart(
                    "web", "broken", "Andon broke in the middle of this turn: look into its log");

    private final String id = UUID.randomUUID().toString();
    private final SocketSource source;
    private final SocketSink sink = new SocketSink(this::send);
    private final SocketOut out;
    private final TurnRunner runner;
    private final ReentrantLock sending = new ReentrantLock();
    private final Thread thread;
    private final AtomicBoolean over = new AtomicBoolean();

    private VoiceTurn(
            TurnRunner runner,
            SocketOut out,
            @Nullable String machine,
            WebLimits limits,
            Slot slot) {
        this.runner = runner;
        this.out = out;
        this.source = new SocketSource(limits.utteranceMsMax());
        this.thread =
                Thread.ofVirtual()
                        .name("voice-turn-" + id)
                        .uncaughtExceptionHandler((_, e) -> LOG.error("A voice turn broke", e))
                        .unstarted(() -> run(new TurnInput.Spoken(source, machine), slot));
    }

    /// Begins to listen.
    ///
    /// @param slot closed when the turn is over
    static VoiceTurn start(
            TurnRunner runner,
            SocketOut out,
            @Nullable String machine,
            WebLimits limits,
            Slot slot) {
        VoiceTurn turn = new VoiceTurn(runner, out, machine, limits, slot);
        turn.thread.start();
        return turn;
    }

    /// Takes sound; false if the utterance has become too long.
    boolean hear(AudioChunk chunk) {
        return over.get() || source.offer(chunk);
    }

    /// The key is up.
    void release() {
        source.release();
    }

    /// Barge-in: stops listening, thinking and speaking.
    void cancel() {
        if (end()) {
            out.send(VoiceEvents.cancelled().put("turn", id));
        }
    }

    /// As [#cancel], when there is nobody to tell.
    void abandon() {
        end();
    }

    /// Waits a little for its thread, so that its place is free for the next turn.
    void awaitEnd() {
        try {
            if (!thread.join(END_MAX)) {
                LOG.warn("A cancelled turn still runs after {}", END_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends it with a failure that the socket found.
    void fail(Problem problem) {
        lastWords(new FailurePart(problem.where(), problem.code(), problem.what()));
        abandon();
    }

    private void run(TurnInput input, Slot slot) {
        try (slot;
                source) {
            send(VoiceEvents.listening(), false);
            runner.run(input, sink, this::tell);
            over.set(true);
        } catch (StageException e) {
            LOG.debug("A voice turn ended early: {}", e.getMessage());
            lastWords(FailurePart.of(e));
        } finally {
            lastWords(BROKEN);
        }
    }

    /// Tells the client why there will be no more; nothing if it knows.
    private void lastWords(FailurePart failure) {
        try {
            send(VoiceEvents.failed(failure), true);
        } catch (StageException e) {
            LOG.debug("Nobody hears that a voice turn failed: {}", e.getMessage());
        }
    }

    private void tell(TurnEvent event) {
        boolean last = event instanceof TurnEvent.Finished;
        if (last) {
            sink.flush();
        }
        send(VoiceEvents.of(event), last);
    }

    /// True if it was not over yet. Waits for a message being sent, so that none follows.
    private boolean end() {
        boolean first = over.compareAndSet(false, true);
        source.close();
        thread.interrupt();
        sending.lock();
        sending.unlock();
        return first;
    }

    /// @param last nothing is sent after it; the turn is over before the client can know
    private void send(JsonObject message, boolean last) {
        sending.lock();
        try {
            boolean silent = last ? over.getAndSet(true) : over.get();
            if (!silent) {
                out.send(message.put("turn", id));
            }
        } finally {
            sending.unlock();
        }
    }

    /// @throws StageException `web`, `cancelled`: nobody listens any more, so the turn may stop
    private void send(byte[] pcm) {
        sending.lock();
        try {
            if (over.get()) {
                throw new StageException(Stage.WEB, "cancelled", "The turn was cancelled");
            }
            out.send(pcm);
        } finally {
            sending.unlock();
        }
    }
}
