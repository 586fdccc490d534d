package dev.andon.node.turn;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Passage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A found passage in a [TurnReport].
///
/// @param manual the document's own number
/// @param title of the manual
/// @param revision as printed; null if unknown
/// @param page as printed; null where the manual prints none
/// @param pdfPage position in the file, from 1; null where the format has no pages
/// @param heading of the section
/// @param path headings above it, outermost first
/// @param score fused; comparable within one turn only
/// @param text of the passage
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TurnReportPassage(
        String manual,
        String title,
        @Nullable String revision,
        @Nullable String page,
        @Nullable Integer pdfPage,
        String heading,
        List<String> path,
        double score,
        String text) {
    public TurnReportPassage {
        path = List.copyOf(path);
    }

    /// The passage without its evidence.
    public static TurnReportPassage of(Passage passage) {
        return new TurnReportPassage(
                passage.manual().id(),
                passage.manual().title(),
                passage.manual().revision(),
                passage.page().printed(),
                pdfPage(passage.page()),
                passage.heading(),
                passage.path(),
                passage.evidence().score(),
                passage.text());
    }

    static @Nullable Integer pdfPage(PageRef page) {
        return page.pdf() == 0 ? null : page.pdf();
    }
}
