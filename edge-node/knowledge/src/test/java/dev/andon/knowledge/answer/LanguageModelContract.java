package dev.andon.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// What every [LanguageModel] keeps.
public abstract class LanguageModelContract {
    /// Generous: a slow machine must not fail a test about something else.
    protected static final Duration TIME_MAX = Duration.ofSeconds(60);

    protected static final Prompt PROMPT = new Prompt("Choose.", "S1 Close the valve.", "Which?");

    /// The model under test, ready.
    protected abstract LanguageModel model();

    protected static GenerationLimits limits(int tokensMax, @Nullable String grammar) {
        return new GenerationLimits(tokensMax, TIME_MAX, 7, 0, grammar);
    }

    protected String text(GenerationLimits limits) {
        try (Stream<String> pieces = model().generate(PROMPT, limits)) {
            return String.join("", pieces.toList());
        }
    }

    @Test
    void givesPiecesUpToTheTokenLimit() {
        try (Stream<String> pieces = model().generate(PROMPT, limits(8, null))) {
            assertThat(pieces.toList()).isNotEmpty().hasSizeLessThanOrEqualTo(9);
        }
    }

    @Test
    void saysOnlyWhatTheGrammarAllows() {
        String grammar = "root ::= \"S1\" | \"S2\" | \"none\"\n";
        assertThat(text(limits(8, grammar))).isIn("S1", "S2", "none");
    }

    @Test
    void saysTheSameForTheSameRequest() {
        text(limits(12, null)); // from here on the prompt is remembered, and sums round alike
        assertThat(text(limits(12, null))).isEqualTo(text(limits(12, null)));
    }

    @Test
    void answersAgainAfterACancellation() {
        try (Stream<String> pieces = model().generate(PROMPT, limits(100, null))) {
            Iterator<String> read = pieces.iterator();
            assertThat(read.next()).isNotNull();
        }
        assertThat(text(limits(4, null))).isNotNull();
    }

    @Test
    void failsAsALanguageModelWhenTimeIsUp() {
        GenerationLimits noTime = new GenerationLimits(100, Duration.ofNanos(1), 7, 0, null);
        assertThatThrownBy(
                        () -> {
                            try (Stream<String> pieces = model().generate(PROMPT, noTime)) {
                                List<String> _ = pieces.toList();
                            }
                        })
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo("model-late"));
    }

    @Test
    void countsTheTokensOfAText() {
        int few = model().tokens("Close the valve.");
        assertThat(few).isPositive();
        assertThat(model().tokens("Close the valve. ".repeat(20))).isGreaterThan(10 * few);
        assertThat(model().tokens("")).isZero();
    }

    @Test
    void hasAName() {
        assertThat(model().name()).isNotBlank();
    }
}
