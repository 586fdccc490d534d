package dev.andon.knowledge.retrieval;

import dev.andon.knowledge.corpus.PageRef;

import java.util.List;

/// What each search finds on its own, so that it can be measured what each of them adds.
///
/// @param keyword by the question's words
/// @param vector by its meaning
/// @param fused by words, meaning and codes, before anything reorders them
public record Rankings(List<Place> keyword, List<Place> vector, List<Place> fused) {
    public Rankings {
        keyword = List.copyOf(keyword);
        vector = List.copyOf(vector);
        fused = List.copyOf(fused);
    }

    /// Where a found passage stands.
    ///
    /// @param path headings above it, outermost first
    public record Place(List<String> path, PageRef page) {
        public Place {
            path = List.copyOf(path);
        }
    }
}
