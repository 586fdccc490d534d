package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Quantity;
import dev.andon.knowledge.answer.words.Opposites;

import java.util.Collections;
import java.util.OptionalDouble;

/// A value with its unit: a table row, or a sentence that gives one of that quantity.
record ValueForm(Asked asked, Quantity quantity) implements WantedForm {
    private static final double ROW_OF_VALUE_BONUS = 0.35;

    ValueForm(Asked asked) {
        this(asked, asked.quantity().orElseThrow());
    }

    /// A value without a subject is looked for in tables only.
    @Override
    public OptionalDouble bonus(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Row row ->
                    ValueRow.read(asked, row).isEmpty() || namesAnother(row)
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(ROW_OF_VALUE_BONUS);
            case Candidate.Sentence sentence ->
                    !gives(sentence.text()) || asked.hasNoSubject()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(0);
            case Candidate.Steps _ -> OptionalDouble.empty();
        };
    }

    /// A default of a control often stands without its unit.
    private boolean gives(String text) {
        return quantity.isGivenIn(text)
                || quantity.isOftenWithoutUnit()
                        && Figure.isDefaultAsked(asked)
                        && Figure.statesDefault(text);
    }

    /// Where the size of a thread is asked for: whether a row is that of a joint which is not.
    private boolean namesAnother(Candidate.Row row) {
        return asked.hasThread()
                && ValueRow.read(asked, row).stream()
                        .flatMap(read -> read.keys().stream())
                        .map(key -> asked.content(row.passage().manual(), key))
                        .filter(key -> !key.isEmpty() && !Opposites.areConditions(key))
                        .anyMatch(key -> Collections.disjoint(key, asked.subject()));
    }
}
