package dev.andon.node.procedure;

import org.jspecify.annotations.Nullable;

/// What somebody wants of a run.
public sealed interface Move {
    /// A move that only somebody makes who has heard the current step.
    sealed interface Stride extends Move {}

    /// Read on.
    record Next() implements Stride {}

    /// This step is done; it does not say which.
    record Done() implements Stride {}

    /// The step before.
    record Back() implements Stride {}

    /// A step is confirmed.
    ///
    /// @param number of the step that was named; null if none was
    /// @param value that was read off, in words or figures with its unit; null if none was said
    record Confirm(@Nullable String number, @Nullable String value) implements Stride {}

    /// Go to a step.
    record Jump(String number) implements Stride {}

    /// Read more than one step at a time.
    record Several() implements Stride {}

    /// The step again.
    record Repeat() implements Move {}

    /// Where we are.
    record Where() implements Move {}

    /// What can be said here.
    record Help() implements Move {}

    /// Not now.
    record Pause() implements Move {}

    /// On with it.
    record Resume() implements Move {}

    /// End it.
    record Stop() implements Move {}
}
