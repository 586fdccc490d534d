package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.fact.Fact.StepType;

import java.util.List;
import java.util.stream.IntStream;

/// Procedures for tests.
public final class Texts {
    public static final Step LOCK =
            new Step(
                    "3",
                    "Lock and tag: put your own padlock and tag on Q1 and keep the key.",
                    StepType.SAFETY);
    public static final Step PROVE =
            new Step("4", "Verify: gauges M1 and M4 must show 0 bar.", StepType.VERIFY);

    /// A lock-out with its proof, work, and a proof without a figure.
    public static final ProcedureText SEAL =
            text(
                    "C",
                    new Step("1", "Tell the operators.", StepType.ACTION),
                    new Step("2", "Look for oil on the floor.", StepType.CHECK),
                    LOCK,
                    PROVE,
                    new Step("5", "Undo the flange bolts crosswise.", StepType.ACTION),
                    new Step("6", "Wear gloves and put both props in.", StepType.SAFETY),
                    new Step(
                            "7",
                            "Verify: the ram moves over its whole stroke without a jerk.",
                            StepType.VERIFY),
                    new Step("8", "Clean the table.", StepType.ACTION));

    private Texts() {}

    static ProcedureText text(String revision, Step... steps) {
        return new ProcedureText(
                "hp63-service",
                "HP-63 press service manual",
                revision,
                "en",
                "11",
                "8.1 Replacing the ram seal kit",
                List.of(
                        new Notice(
                                Signal.DANGER,
                                "Without oil in the cylinder only the safety props carry the"
                                        + " ram.")),
                List.of(steps));
    }

    /// Actions with these numbers.
    static ProcedureText numbered(String... numbers) {
        return text(
                "C",
                IntStream.range(0, numbers.length)
                        .mapToObj(i -> new Step(numbers[i], "Do it.", StepType.ACTION))
                        .toArray(Step[]::new));
    }
}
