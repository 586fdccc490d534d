package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Block;

import java.util.OptionalDouble;
import java.util.Set;

/// How something is done: the steps of a procedure with that title, or an instruction in running
/// text. One common word in a sentence is no instruction; one step of many or a row neither.
record StepsForm(Asked asked) implements WantedForm {
    private static final double STEPS_BONUS = 0.5;

    @Override
    public OptionalDouble bonus(Candidate candidate) {
        boolean placed = placeHasAWord(candidate);
        return switch (candidate) {
            case Candidate.Steps steps ->
                    placed && ProcedureTitle.names(steps, asked)
                            ? OptionalDouble.of(STEPS_BONUS)
                            : OptionalDouble.empty();
            case Candidate.Row _ -> OptionalDouble.empty();
            case Candidate.Sentence(_, _, _, Block.Step _) -> OptionalDouble.empty();
            case Candidate.Sentence sentence
                    when Direction.isOpposite(asked.question().text(), sentence.text()) ->
                    OptionalDouble.empty();
            case Candidate.Sentence _ ->
                    placed || asked.words().size() > 1 || hasTheCode(candidate)
                            ? OptionalDouble.of(0)
                            : OptionalDouble.empty();
        };
    }

    /// `M9 - turn both M7 and M8 off` tells how M8 is turned off.
    private boolean hasTheCode(Candidate candidate) {
        Set<String> own = Words.canonicalTokens(candidate.quote());
        return asked.hasDesignation()
                && asked.tokens().stream().map(Words::canonical).allMatch(own::contains)
                && Words.content(candidate.quote()).containsAll(asked.words());
    }

    private boolean placeHasAWord(Candidate candidate) {
        Set<String> place =
                asked.content(
                        candidate.passage().manual(),
                        candidate.passage().heading() + " " + candidate.frame());
        return asked.words().stream().anyMatch(place::contains);
    }
}
