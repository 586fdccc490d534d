package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.measure.Measure;

import java.util.List;

/// One thing that a manual states, in its own words.
public sealed interface Fact {
    /// Where it stands.
    Span span();

    /// A figure of something.
    ///
    /// In a column of minima the measure is [Measure.Relation#AT_LEAST], in one of maxima
    /// [Measure.Relation#AT_MOST]; a row with both states their range, too.
    ///
    /// @param subject what it is the figure of, as the row, sentence or caption names it: `M8`,
    ///     `Guide rail clearance`
    /// @param conditions under which it holds, as the column headers, other key cells, caption and
    ///     sentence name them: `dry`, `maximum`, `PX-200`; empty if it always holds
    /// @param quantity what is measured, as written: `Torque`, `Pressure`; empty if nothing says
    /// @param measure the figure and its unit
    /// @param written the figure as the manual writes it, with its unit, which may stand in another
    ///     cell or in the caption
    record Value(
            String subject,
            List<String> conditions,
            String quantity,
            Measure measure,
            String written,
            Span span)
            implements Fact {
        public Value {
            conditions = List.copyOf(conditions);
        }
    }

    /// What a fault code or a symptom means and what to do.
    ///
    /// @param code as written; empty for a fault that is known by its symptom alone
    /// @param meaning or symptom; empty if the manual does not say
    record Fault(String code, String meaning, List<String> causes, List<String> remedies, Span span)
            implements Fact {
        public Fault {
            causes = List.copyOf(causes);
            remedies = List.copyOf(remedies);
        }
    }

    /// Steps in their order.
    ///
    /// @param notices of its section, dangers first
    record Procedure(String title, List<Notice> notices, List<TypedStep> steps, Span span)
            implements Fact {
        public Procedure {
            notices = List.copyOf(notices);
            steps = List.copyOf(steps);
        }
    }

    /// A safety notice.
    record Notice(Signal signal, String text, Span span) implements Fact {}

    /// A step and what it is.
    ///
    /// @param number as printed, `3` or `3.a`
    record TypedStep(String number, String text, StepType type) {}

    /// What a step is.
    enum StepType {
        /// Something is done.
        ACTION,
        /// Something is looked at or measured.
        CHECK,
        /// Part of a lock-out, in the order of 29 CFR 1910.147: prepare, shut down, isolate, lock
        /// and tag, release stored energy; or another step that protects people.
        SAFETY,
        /// That the machine is safe, or that the work was right, is proven before going on.
        VERIFY
    }
}
