package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Sentences;

import java.util.Collections;
import java.util.OptionalDouble;

/// Anything else: a sentence or a row, never the steps of a procedure. Where it is asked how often
/// something is done, one that says it.
record TextForm(Asked asked) implements WantedForm {
    private static final double NAMES_MORE_MALUS = 0.2;
    private static final int NAME_WORDS_MAX = 4;
    private static final double ASKED_CELL_BONUS = 3;

    @Override
    public OptionalDouble bonus(Candidate candidate) {
        boolean untold = asked.wantsNumber() && !Figure.isToldIn(candidate.quote(), asked);
        if (candidate instanceof Candidate.Steps || untold) {
            return OptionalDouble.empty();
        }
        if (!asked.wantsInterval()) {
            return OptionalDouble.of(ofAskedCell(candidate) + new Figure(asked).bonus(candidate));
        }
        return Interval.isIn(candidate, asked)
                ? OptionalDouble.of(namesMore(candidate) ? -NAMES_MORE_MALUS : 0)
                : OptionalDouble.empty();
    }

    private double ofAskedCell(Candidate candidate) {
        return candidate instanceof Candidate.Row row && !AskedCell.columns(asked, row).isEmpty()
                ? ASKED_CELL_BONUS
                : 0;
    }

    /// Whether a name in a row goes on: an oil filter is no oil.
    private boolean namesMore(Candidate candidate) {
        return candidate instanceof Candidate.Row row
                && row.cells().stream()
                        .filter(cell -> Sentences.words(cell) <= NAME_WORDS_MAX)
                        .map(cell -> asked.content(row.passage().manual(), cell))
                        .anyMatch(
                                name ->
                                        !Collections.disjoint(name, asked.words())
                                                && !asked.words().containsAll(name));
    }
}
