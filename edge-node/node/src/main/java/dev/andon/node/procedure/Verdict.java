package dev.andon.node.procedure;

/// What words may do at a protected step.
public sealed interface Verdict {
    /// They confirm a step; whether it is the current one, the run's rules say.
    record Confirms(Move.Confirm confirm) implements Verdict {}

    /// They move without passing the step.
    record Navigates(Move move) implements Verdict {}

    /// They ask something.
    record Question() implements Verdict {}

    /// Anything else: the step is said again, verbatim.
    record Refused() implements Verdict {}
}
