package dev.andon.knowledge.corpus.fact;

import java.util.regex.Pattern;

/// Tells the steps that make a machine safe, or prove that it is, from all others: a step behind
/// them is never said without them.
public final class LockOut {
    private static final Pattern STEPS = WordList.of("step.lockout").anywhere();

    private LockOut() {}

    /// Whether a step locks out, isolates, secures, or proves that nothing is left to be feared.
    public static boolean isStep(String text) {
        return STEPS.matcher(text).find();
    }
}
