package dev.andon.node.sync;

import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

/// Where an answer stands, as the hub is told: without the words.
public final class CitedPage {
    private CitedPage() {}

    /// The citation of a fact.
    public static TurnFact.Citation of(Citation citation) {
        return new TurnFact.Citation(
                citation.manual().id(), citation.manual().revision(), page(citation.page()));
    }

    private static @Nullable String page(PageRef page) {
        if (page.printed() != null) {
            return page.printed();
        }
        return page.pdf() == 0 ? null : String.valueOf(page.pdf());
    }
}
