package dev.andon.knowledge.retrieval;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Transaction;

import java.util.List;
import java.util.Set;

/// Finds passages by the meaning of a question: those whose vectors are nearest to its own.
///
/// The store is the record; what a search keeps of it in memory or beside it is derived, and
/// follows every change of the index before the next question is answered. An approximate index may
/// take the place of an exact one as long as it keeps the contract's recall. Safe to call from
/// several threads at once.
public interface VectorSearch {
    /// A passage and its cosine to the question, -1 to 1, of the unrounded vectors.
    record Neighbour(long passage, double cosine) {}

    /// The nearest passages, nearest first; equally near ones by id. Passages whose vectors another
    /// embedder made than the question's are left out: they cannot be compared.
    ///
    /// @param moment of the store that is searched: never a passage that is not in it
    /// @param manuals row ids of the current manuals that may answer
    /// @param limit how many, at most [Retriever#CANDIDATES_MAX]
    /// @throws dev.andon.knowledge.StageException `store`
    List<Neighbour> nearest(Transaction moment, Embedding question, Set<Long> manuals, int limit);
}
