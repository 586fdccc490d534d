package dev.andon.knowledge.retrieval;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;

import java.util.List;

/// A passage of a current manual, with its reason for being here.
///
/// @param id of the passage in the store
/// @param manual that it stands in
/// @param path headings above it, outermost first
/// @param page the one page that it stands on
/// @param text in the form of [PassageText]
/// @param evidence why it was found
/// @param section all of its section, also what stands in other passages and on other pages
public record Passage(
        long id,
        Manual manual,
        List<String> path,
        PageRef page,
        String text,
        Evidence evidence,
        Section section) {
    public Passage {
        path = List.copyOf(path);
    }

    /// A passage that is its whole section.
    public Passage(
            long id,
            Manual manual,
            List<String> path,
            PageRef page,
            String text,
            Evidence evidence) {
        this(
                id,
                manual,
                path,
                page,
                text,
                evidence,
                new Section(PassageText.parse(text, page), true));
    }

    /// The section's own heading; empty before the first heading.
    public String heading() {
        return path.isEmpty() ? "" : path.getLast();
    }
}
