package dev.andon.node.tts.mary;

import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.tts.Speech;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What the worker has vocoded and nobody has heard yet. It is bounded by the length of the text.
final class MarySpeech implements Speech {
    private static final Duration LOOK_AT_WORKER_EVERY = Duration.ofMillis(250);

    private sealed interface Piece {
        record Sound(AudioChunk chunk) implements Piece {}

        record Failure(StageException reason) implements Piece {}

        record End() implements Piece {}
    }

    private final String words;
    private final Runnable watchdog;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /// @param watchdog looked after whenever the next chunk is slow to come
    MarySpeech(String words, Runnable watchdog) {
        this.words = words;
        this.watchdog = watchdog;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public AudioFormat format() {
        return MarySynthesizer.FORMAT;
    }

    @Override
    public @Nullable AudioChunk read() {
        return switch (next()) {
            case Piece.Sound(AudioChunk chunk) -> chunk;
            case Piece.End end -> stayEnded(end);
            case Piece.Failure failure -> {
                stayEnded(failure);
                throw failure.reason();
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        pieces.clear();
        pieces.add(new Piece.End());
    }

    boolean isClosed() {
        return closed;
    }

    void add(AudioChunk chunk) {
        if (!closed) {
            pieces.add(new Piece.Sound(chunk));
        }
    }

    void end() {
        pieces.add(new Piece.End());
    }

    void fail(StageException reason) {
        pieces.add(new Piece.Failure(reason));
    }

    private Piece next() {
        try {
            while (true) {
                Piece piece = pieces.poll(LOOK_AT_WORKER_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (piece != null) {
                    return closed ? new Piece.End() : piece;
                }
                watchdog.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            return new Piece.End();
        }
    }

    /// Whoever reads again finds the same end.
    private @Nullable AudioChunk stayEnded(Piece last) {
        pieces.add(last);
        return null;
    }
}
