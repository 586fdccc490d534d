package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// What a fault code means: the row of that very code, else the section that it heads.
record FaultForm(Asked asked) implements WantedForm {
    private static final double ROW_OF_CODE_BONUS = 2;
    private static final double SECTION_OF_CODE_BONUS = 1;

    @Override
    public OptionalDouble bonus(Candidate candidate) {
        if (isRowOfCode(candidate)) {
            return OptionalDouble.of(ROW_OF_CODE_BONUS);
        }
        boolean headed = new Designation(asked).isInHeadingOf(candidate);
        return OptionalDouble.of(headed ? SECTION_OF_CODE_BONUS : 0);
    }

    private boolean isRowOfCode(Candidate candidate) {
        Set<String> codes =
                asked.codes().stream().map(Words::canonical).collect(Collectors.toSet());
        return candidate instanceof Candidate.Row row
                && row.cells().stream().map(Words::canonical).anyMatch(codes::contains)
                && row.cells().stream().anyMatch(cell -> Sentences.words(cell) > 1);
    }
}
