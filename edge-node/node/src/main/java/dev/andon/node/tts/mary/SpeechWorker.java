package dev.andon.node.tts.mary;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.tts.Pace;

import marytts.exceptions.SynthesisException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.sound.sampled.AudioInputStream;

/// The one thread that speaks, and the watchdog over it.
///
/// A closed speech is still read to the end of the sentence that is being vocoded, because the
/// vocoder's thread would otherwise wait for a reader for ever.
final class SpeechWorker implements AutoCloseable {
    static final String THREAD_NAME = "andon-speech";
    static final int SPEECHES_WAITING_MAX = 64;
    private static final int CHUNK_MS = 50;
    private static final int QUOTED_CHARS_MAX = 80;

    private final Vocoder vocoder;
    private final Duration stallLimit;
    private final ThreadPoolExecutor executor;
    private volatile @Nullable Job running;
    private volatile boolean closed;

    SpeechWorker(Vocoder vocoder, Duration stallLimit) {
        this.vocoder = vocoder;
        this.stallLimit = stallLimit;
        this.executor =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(SPEECHES_WAITING_MAX),
                        Thread.ofPlatform().daemon().name(THREAD_NAME).factory());
    }

    /// @param sentences vocoded one after the other
    MarySpeech say(String words, List<String> sentences, Pace pace) {
        MarySpeech speech = new MarySpeech(words, this::endWhatHangs);
        try {
            executor.execute(new Job(speech, sentences, pace));
        } catch (RejectedExecutionException e) {
            throw executor.isShutdown()
                    ? failure("closed", "The voice is closed; start the node again.", e)
                    : failure(
                            "busy",
                            SPEECHES_WAITING_MAX
                                    + " sentences already wait for the voice; say this one later.",
                            e);
        }
        return speech;
    }

    /// Does not interrupt: what waits ends unheard, and what is vocoded is read to its end.
    @Override
    public void close() {
        closed = true;
        executor.shutdown();
        Job job = running;
        if (job != null) {
            job.speech.close();
        }
    }

    /// A vocoder that throws leaves its reader waiting for ever; an interrupt frees it.
    private void endWhatHangs() {
        Job job = running;
        if (job != null && job.isSilentFor(stallLimit)) {
            job.interrupt();
        }
    }

    private static StageException failure(String code, String message, Throwable cause) {
        return new StageException(Stage.SYNTHESIS, code, message, cause);
    }

    private final class Job implements Runnable {
        private final MarySpeech speech;
        private final List<String> sentences;
        private final Pace pace;
        private volatile long lastSignNanos;
        private @Nullable Thread thread;

        Job(MarySpeech speech, List<String> sentences, Pace pace) {
            this.speech = speech;
            this.sentences = sentences;
            this.pace = pace;
        }

        @Override
        public void run() {
            begin();
            if (closed) {
                speech.close();
            }
            try {
                for (String sentence : sentences) {
                    if (!speech.isClosed()) {
                        vocode(sentence);
                    }
                }
                speech.end();
            } catch (SynthesisException
                    | IOException
                    | RuntimeException
                    | LinkageError
                    | VirtualMachineError e) {
                // The engine throws bare runtime exceptions, when interrupted among others, loads
                // parts of itself late, and may run out of memory; the listener must hear of it.
                speech.fail(failed(e));
            } finally {
                finish();
            }
        }

        private void vocode(String sentence) throws SynthesisException, IOException {
            byte[] buffer = new byte[MarySynthesizer.FORMAT.sampleRateHz() / 1000 * CHUNK_MS * 2];
            try (AudioInputStream sound = vocoder.speak(sentence, pace)) {
                // Not readNBytes: it would cut the stream short.
                for (int filled = 0, n = 0; n >= 0; ) {
                    n = sound.read(buffer, filled, buffer.length - filled);
                    lastSignNanos = System.nanoTime();
                    filled += Math.max(n, 0);
                    if (filled == buffer.length || (n < 0 && filled > 0)) {
                        speech.add(
                                AudioChunk.ofPcm(
                                        MarySynthesizer.FORMAT, Arrays.copyOf(buffer, filled)));
                        filled = 0;
                    }
                }
            }
        }

        private StageException failed(Throwable cause) {
            return isSilentFor(stallLimit)
                    ? failure(
                            "stalled",
                            "The voice made no sound for "
                                    + stallLimit.toMillis()
                                    + " ms while saying \""
                                    + beginning()
                                    + "\" and was stopped.",
                            cause)
                    : failure(
                            "voice-failed", "The voice cannot say \"" + beginning() + "\".", cause);
        }

        private String beginning() {
            String words = speech.words();
            return words.length() > QUOTED_CHARS_MAX
                    ? words.substring(0, QUOTED_CHARS_MAX) + "..."
                    : words;
        }

        boolean isSilentFor(Duration limit) {
            return System.nanoTime() - lastSignNanos >= limit.toNanos();
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            lastSignNanos = System.nanoTime();
            running = this;
        }

        /// Under the lock, so that a late interrupt never hits the next speech.
        private synchronized void finish() {
            thread = null;
            running = null;
            Thread.interrupted();
        }

        synchronized void interrupt() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
