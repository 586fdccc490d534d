package dev.andon.node.turn;

import org.jspecify.annotations.Nullable;

/// When each stage was done, in milliseconds from the end of speech (or from the typed text); null
/// where the turn did not get there.
///
/// @param endpoint the utterance is complete
/// @param transcript its words are known
/// @param retrieval the passages are found
/// @param firstToken the first words of the reply are known, of a model its first token
/// @param firstSentence the first sentence that may be spoken is known
/// @param firstAudio the first sound of the reply reached the sink
/// @param total everything has been handed to the sink
public record TurnTimings(
        @Nullable Double endpoint,
        @Nullable Double transcript,
        @Nullable Double retrieval,
        @Nullable Double firstToken,
        @Nullable Double firstSentence,
        @Nullable Double firstAudio,
        double total) {
    /// Of a turn that never began.
    public static final TurnTimings NONE = new TurnTimings(null, null, null, null, null, null, 0);
}
