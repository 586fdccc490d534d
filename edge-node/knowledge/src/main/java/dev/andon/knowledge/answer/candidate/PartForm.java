package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;

import java.util.OptionalDouble;

/// The number by which a part is ordered: a row or a sentence that names the part and has one.
record PartForm(Asked asked) implements WantedForm {
    private static final double ROW_OF_PART_BONUS = 0.6;

    @Override
    public OptionalDouble bonus(Candidate candidate) {
        if (!PartNumber.isIn(candidate)) {
            return OptionalDouble.empty();
        }
        return switch (candidate) {
            case Candidate.Row row when PartNumber.isNamed(row, asked) ->
                    OptionalDouble.of(ROW_OF_PART_BONUS);
            case Candidate.Sentence sentence when PartNumber.isNamed(sentence, asked) ->
                    OptionalDouble.of(0);
            case Candidate.Row _, Candidate.Sentence _, Candidate.Steps _ -> OptionalDouble.empty();
        };
    }
}
