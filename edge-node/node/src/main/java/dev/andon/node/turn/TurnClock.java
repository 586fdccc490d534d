package dev.andon.node.turn;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/// Marks when each stage of one turn was done, counted from the end of speech.
final class TurnClock {
    private long origin = System.nanoTime();
    private @Nullable Double endpoint;
    private @Nullable Double transcript;
    private @Nullable Double retrieval;
    private @Nullable Double firstToken;
    private @Nullable Double firstSentence;
    private @Nullable Double firstAudio;

    /// Everything is counted from here: the release of the key, or the end of the file.
    void endOfSpeech() {
        origin = System.nanoTime();
    }

    void endpoint() {
        endpoint = elapsed();
    }

    void transcript() {
        transcript = elapsed();
    }

    void retrieval() {
        retrieval = elapsed();
    }

    /// The first sentence is known now.
    ///
    /// @param tokenNanos when its first words were, in [System#nanoTime]
    void firstSentence(OptionalLong tokenNanos) {
        if (firstSentence == null) {
            firstSentence = elapsed();
            firstToken =
                    tokenNanos.isPresent()
                            ? (tokenNanos.getAsLong() - origin) / 1e6
                            : firstSentence;
        }
    }

    void firstAudio() {
        if (firstAudio == null) {
            firstAudio = elapsed();
        }
    }

    TurnTimings timings() {
        return new TurnTimings(
                endpoint, transcript, retrieval, firstToken, firstSentence, firstAudio, elapsed());
    }

    private double elapsed() {
        return (System.nanoTime() - origin) / 1e6;
    }
}
