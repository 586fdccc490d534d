package dev.andon.node.procedure;

import org.jspecify.annotations.Nullable;

/// What has become of the manual that a run was taken from.
public sealed interface ManualNow {
    /// It has the revision of the run.
    record Same() implements ManualNow {}

    /// Another revision is current.
    ///
    /// @param revision as printed; null if it does not say
    record Newer(@Nullable String revision) implements ManualNow {}

    /// It is not in the library any more.
    record Gone() implements ManualNow {}
}
