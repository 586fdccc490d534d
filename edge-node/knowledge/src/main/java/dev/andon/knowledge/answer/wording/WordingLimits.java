package dev.andon.knowledge.answer.wording;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Bounds of one worded answer.
///
/// @param contextTokens prompt and answer together
/// @param tokensMax generated at most
/// @param timeMax until the last token
/// @param firstSentenceMax until the first sentence that may be spoken; then the manual is quoted
/// @param followUp null: the model speaks first. Otherwise the quote is spoken first, and what the
///     model adds must be ready so soon after its last sentence was handed out
public record WordingLimits(
        int contextTokens,
        int tokensMax,
        Duration timeMax,
        Duration firstSentenceMax,
        @Nullable Duration followUp) {
    /// Words of an answer that are spoken at most: about 15 seconds.
    static final int WORDS_MAX = 35;

    /// Sentences of a model that are looked at.
    static final int SENTENCES_MAX = 12;

    /// A sentence that is longer is no sentence.
    static final int SENTENCE_CHARS_MAX = 400;

    /// Passages of a prompt.
    static final int PASSAGES_MAX = 8;

    /// Tokens of passages: more of them dilute what answers, and cost time before the first word.
    static final int PASSAGE_TOKENS_MAX = 2_000;

    /// The same where the quote is spoken first, since the model is slow.
    static final int PASSAGE_TOKENS_SLOW_MAX = 300;

    /// Earlier exchanges of a prompt, and characters of each side.
    static final int EXCHANGES_MAX = 3;

    static final int EXCHANGE_CHARS_MAX = 300;

    /// Characters of a question.
    static final int QUESTION_CHARS_MAX = 400;

    /// Kept free in the context for the model's own template.
    static final int TEMPLATE_TOKENS = 32;

    /// Whether the manual's own words are spoken before the model's.
    boolean quoteFirst() {
        return followUp != null;
    }

    /// Between a sentence that was handed out and the next of the model.
    Duration pauseMax() {
        return followUp == null ? firstSentenceMax : followUp;
    }

    int passageTokensMax() {
        return quoteFirst() ? PASSAGE_TOKENS_SLOW_MAX : PASSAGE_TOKENS_MAX;
    }
}
