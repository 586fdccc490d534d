package dev.andon.knowledge.answer;

import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.List;

/// Answers from passages, or says that they do not answer.
public interface Answerer {
    /// Decides on the passages' evidence what to say.
    ///
    /// @param passages best first; may be empty
    /// @throws dev.andon.knowledge.StageException never for a question without an answer: that is a
    ///     refusal
    Reply answer(Question question, List<Passage> passages);
}
