package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;

import java.util.OptionalDouble;

/// What form of answer a question wants, and which candidates have it: one form a kind of question.
sealed interface WantedForm permits FaultForm, ValueForm, PartForm, StepsForm, TextForm {
    /// The form that a question wants.
    static WantedForm of(Asked asked) {
        return switch (asked.kind()) {
            case FAULT -> new FaultForm(asked);
            case VALUE -> new ValueForm(asked);
            case PART -> new PartForm(asked);
            case HOW_TO -> new StepsForm(asked);
            case OPEN -> new TextForm(asked);
        };
    }

    /// What the form of a candidate adds to its score; empty if it cannot answer.
    OptionalDouble bonus(Candidate candidate);
}
