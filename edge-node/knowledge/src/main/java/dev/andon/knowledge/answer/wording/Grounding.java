package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.grounding.Verdict;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.List;
import java.util.function.Function;

/// Makes the check that every sentence of one answer must pass.
@FunctionalInterface
public interface Grounding {
    /// The check of sentences that were made from these passages to answer this question.
    Function<String, Verdict> of(Question question, List<Passage> passages);
}
