package dev.andon.knowledge.answer;

import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.List;

/// Answers from passages, or says that they do not answer.
public interface Answerer {
    /// Decides on the passages' evidence what to say, and waits until all of it is known.
    ///
    /// @param passages best first; may be empty
    /// @throws dev.andon.knowledge.StageException never for a question without an answer: that is a
    ///     refusal
    Reply answer(Question question, List<Passage> passages);

    /// The same, but the sentences can be said while the rest is still being found.
    ///
    /// @param earlier what was said before in this conversation, oldest first; an answerer may do
    ///     without
    default Answering begin(Question question, List<Passage> passages, List<Exchange> earlier) {
        return Answering.of(answer(question, passages));
    }
}
