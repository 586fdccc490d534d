package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.knowledge.corpus.fact.LockOut;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Where making the machine safe begins: the first safety step, or the first proof that nothing is
/// left to be feared where the manual has no safety step before it.
final class LockOutStart {
    private LockOutStart() {}

    /// The place of that step, from 0; empty if the procedure has none.
    static OptionalInt of(ProcedureText text) {
        return IntStream.range(0, text.steps().size())
                .filter(i -> makesSafe(text.steps().get(i)))
                .findFirst();
    }

    private static boolean makesSafe(Step step) {
        return step.type() == StepType.SAFETY
                || step.type() == StepType.VERIFY && LockOut.isStep(step.text());
    }
}
