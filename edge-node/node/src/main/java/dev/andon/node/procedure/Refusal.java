package dev.andon.node.procedure;

/// Why a move was refused.
public enum Refusal {
    /// A protected step takes nothing but its own confirmation.
    CONFIRMATION,
    /// The confirmation names another step.
    OTHER_STEP,
    /// The confirmation does not say which step it means.
    UNBOUND,
    /// The value is not what the step states, or not in its unit.
    VALUE,
    /// The step states no figure that the value could be held against.
    NO_FIGURE,
    /// Steps are read in order.
    ORDER,
    /// Steps are read one at a time.
    ONE_AT_A_TIME,
    /// No such step.
    UNKNOWN_STEP
}
