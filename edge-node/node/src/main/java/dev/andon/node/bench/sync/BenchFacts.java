package dev.andon.node.bench.sync;

import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.TurnFact;
import dev.andon.protocol.fact.TurnFact.Citation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Turns whose events have 1 KB: a question, a reply of invented words and figures, a citation.
final class BenchFacts {
    /// Bytes of an event as JSON.
    static final int EVENT_BYTES = 1_024;

    private static final int BOOT_CHARS = 36;
    private static final int WORD_CHARS_MIN = 2;
    private static final int WORD_CHARS_MORE = 8;

    private final long seed;
    private final Random random;
    private int turns;

    /// @param seed the same seed makes the same facts
    BenchFacts(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /// The next turn.
    TurnFact next() {
        turns++;
        int frame = bytes(turn(""));
        return turn(words(EVENT_BYTES - frame));
    }

    private TurnFact turn(String text) {
        return new TurnFact(
                "turn-%d-%07d".formatted(seed, turns),
                "palletiser-1",
                "What is the torque for the hoist motor mounting bolts on the palletiser?",
                "answer",
                text,
                List.of(new Citation("px200-service", "C", "5")),
                "quote",
                Map.of("transcript", 39.0, "retrieval", 52.0, "first_audio", 88.0),
                null);
    }

    private String words(int chars) {
        StringBuilder words = new StringBuilder(chars);
        while (words.length() < chars) {
            int length = WORD_CHARS_MIN + random.nextInt(WORD_CHARS_MORE);
            for (int i = 0; i < length; i++) {
                words.append((char) ('a' + random.nextInt(26)));
            }
            words.append(random.nextInt(8) == 0 ? ". " : " ");
        }
        words.setLength(chars);
        return words.toString();
    }

    private static int bytes(Fact fact) {
        Event event = new Event(100_000, 1_700_000_000_000L, "b".repeat(BOOT_CHARS), 10_000, fact);
        return EventCodec.text(event).getBytes(StandardCharsets.UTF_8).length;
    }
}
