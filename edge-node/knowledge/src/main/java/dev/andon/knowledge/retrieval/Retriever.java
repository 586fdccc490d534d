package dev.andon.knowledge.retrieval;

import java.util.List;

/// Finds the passages that may answer a question.
public interface Retriever {
    /// Passages that one question gets at most.
    int PASSAGES_MAX = 10;

    /// Passages that each search hands to the fusion at most.
    int CANDIDATES_MAX = 50;

    /// The passages of current manuals that fit best, best first; empty if there are no manuals for
    /// the question's models. Each brings its [Section], so that a procedure can be quoted whole.
    ///
    /// @throws dev.andon.knowledge.StageException `store` or `embedding`; never for a question to
    ///     which nothing fits
    List<Passage> retrieve(Question question);
}
