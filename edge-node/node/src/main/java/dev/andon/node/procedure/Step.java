package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.fact.Fact.StepType;

/// A step as the manual prints it.
///
/// @param number as printed, `3`, `3.a` or `a`
/// @param text verbatim
public record Step(String number, String text, StepType type) {
    /// Whether nothing but a confirmation of its own passes it.
    public boolean guarded() {
        return switch (type) {
            case SAFETY, VERIFY -> true;
            case ACTION, CHECK -> false;
        };
    }
}
