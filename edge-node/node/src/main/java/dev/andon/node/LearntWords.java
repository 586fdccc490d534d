package dev.andon.node;

import java.util.List;

/// What the recogniser has learnt from the register and the manuals.
///
/// @param words that it hears
/// @param added of them beyond the base model's own
/// @param unpronounced words that nobody could pronounce, so that they will not be heard
/// @param millis that it took
/// @param reused nothing had changed
public record LearntWords(
        int words, int added, List<String> unpronounced, long millis, boolean reused) {
    public LearntWords {
        unpronounced = List.copyOf(unpronounced);
    }

    /// The configured speech model hears the words that it came with.
    static final LearntWords NOT_TEACHABLE = new LearntWords(0, 0, List.of(), 0, true);

    /// For a person.
    public String sentence() {
        if (words == 0) {
            return "The configured speech model keeps the words that it came with.";
        }
        if (reused) {
            return "The recogniser knows all %d words already.".formatted(words);
        }
        String deaf =
                unpronounced.isEmpty()
                        ? ""
                        : " It cannot hear: " + String.join(", ", unpronounced) + ".";
        return "The recogniser hears %d words, %d of them from this plant (%.1f s).%s"
                .formatted(words, added, millis / 1000.0, deaf);
    }
}
