package dev.andon.knowledge.answer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Bounds of one generation. There is no generation without them.
///
/// @param tokensMax generated at most, at least 1
/// @param timeMax until the last token; then the generation is cancelled
/// @param seed of the sampler
/// @param temperature 0 is greedy
/// @param grammar GBNF that the output must match; null for none
public record GenerationLimits(
        int tokensMax, Duration timeMax, int seed, float temperature, @Nullable String grammar) {
    public GenerationLimits {
        if (tokensMax < 1) {
            throw new IllegalArgumentException("tokensMax must be at least 1, not " + tokensMax);
        }
        if (!(temperature >= 0)) {
            throw new IllegalArgumentException("temperature must be 0 or more, not " + temperature);
        }
    }
}
