package dev.andon.knowledge.retrieval;

/// Why a passage was found; the answerer's refusal rule reads this, never a bare cosine.
///
/// @param score fused, higher is better; comparable within one retrieval only
/// @param keywordRank from 1 in the keyword search; 0 if it did not find the passage
/// @param vectorRank from 1 in the vector search; 0 if it did not find the passage
/// @param cosine to the question, -1 to 1
/// @param termCover share, 0 to 1, of the question's content words, weighted by rarity (inverse
///     document frequency), that stand in the passage or its headings; a word that no manual has
///     weighs like the rarest
/// @param codeHit a code of the question stands in the passage, compared in canonical form
public record Evidence(
        double score,
        int keywordRank,
        int vectorRank,
        double cosine,
        double termCover,
        boolean codeHit) {}
