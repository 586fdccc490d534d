package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.retrieval.VectorSearchContract;

/// Another index than the product's keeps the contract too.
class BruteForceSearchTest extends VectorSearchContract {
    @Override
    protected VectorSearch search(EmbedderFingerprint embedder) {
        return new BruteForceSearch(embedder);
    }
}
