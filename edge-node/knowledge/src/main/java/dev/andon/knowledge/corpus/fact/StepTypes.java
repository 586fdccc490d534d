package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.fact.Fact.StepType;

import java.util.regex.Pattern;

/// Tells what a step is, by its verbs and by where it stands.
///
/// A step that could be two is the one that protects more: what proves safety is VERIFY, what makes
/// safe is SAFETY, what looks is CHECK.
final class StepTypes {
    private static final Pattern VERIFIES = WordList.of("step.verify").first();
    private static final Pattern PROVES = WordList.of("step.verify.inside").anywhere();
    private static final Pattern LOCKOUT_STEP = WordList.of("lockout.step").first();
    private static final Pattern PROTECTS = WordList.of("step.safety").anywhere();
    private static final Pattern CHECKS = WordList.of("step.check").first();
    private static final Pattern MUST = WordList.of("step.must").anywhere();

    /// The German imperative of a verb with a prefix: "Schalten Sie ... aus".
    private static final Pattern POLITE = Pattern.compile("^(\\p{L}+en) Sie\\b");

    private StepTypes() {}

    /// The type of a step.
    ///
    /// @param inLockout whether the section is a lock-out procedure
    static StepType of(Step step, boolean inLockout) {
        String text = POLITE.matcher(step.text()).replaceFirst("$1");
        if (VERIFIES.matcher(text).find() || PROVES.matcher(text).find()) {
            return StepType.VERIFY;
        }
        boolean checks = CHECKS.matcher(text).find();
        if (checks && MUST.matcher(text).find()) {
            return StepType.VERIFY;
        }
        if (inLockout && LOCKOUT_STEP.matcher(text).find() || PROTECTS.matcher(text).find()) {
            return StepType.SAFETY;
        }
        return checks ? StepType.CHECK : StepType.ACTION;
    }
}
