package dev.andon.node.web;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSource;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The sound of one press of the key, as it arrives: the socket's thread fills it, the turn's
/// thread empties it. It holds one utterance at most.
final class SocketSource implements AudioSource {
    private static final AudioChunk END = AudioChunk.of(AudioFormat.SPEECH, new short[0]);
    private static final int SAMPLES_PER_MS = 16;

    /// A client that neither sends nor releases has gone without saying so.
    private static final long SILENT_MS_MAX = 10_000;

    private final BlockingQueue<AudioChunk> chunks = new LinkedBlockingQueue<>();
    private final AtomicInteger samplesLeft;
    private boolean ended;

    SocketSource(int utteranceMsMax) {
        this.samplesLeft = new AtomicInteger(utteranceMsMax * SAMPLES_PER_MS);
    }

    @Override
    public AudioFormat format() {
        return AudioFormat.SPEECH;
    }

    /// False if the utterance would become too long.
    boolean offer(AudioChunk chunk) {
        return samplesLeft.addAndGet(-chunk.length()) >= 0 && chunks.add(chunk);
    }

    /// The key is up: what came is all.
    void release() {
        chunks.add(END);
    }

    @Override
    public @Nullable AudioChunk read() {
        if (ended) {
            return null;
        }
        AudioChunk chunk = take();
        ended = chunk == END;
        return ended ? null : chunk;
    }

    @Override
    public void close() {
        chunks.clear();
        chunks.add(END);
    }

    private AudioChunk take() {
        try {
            AudioChunk chunk = chunks.poll(SILENT_MS_MAX, TimeUnit.MILLISECONDS);
            if (chunk == null) {
                throw new StageException(
                        Stage.AUDIO,
                        "audio-stalled",
                        "No sound came for "
                                + SILENT_MS_MAX / 1_000
                                + " s: check the microphone and the network, then ask again");
            }
            return chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }
}
