package dev.andon.hub.library.reading;

import java.util.List;

/// What changed between two revisions of a manual, what can hurt first.
///
/// @param values figures that are no longer what they were, that are gone, or that are new
/// @param faults whose meaning, causes or remedies changed
/// @param notices of safety that came or went
/// @param sections by their headings
/// @param passagesSame that say what they said, wherever they stand
/// @param passagesNew that no passage said before
/// @param passagesGone that no passage says now
public record RevisionDiff(
        List<ValueChange> values,
        List<FaultChange> faults,
        List<NoticeChange> notices,
        List<SectionChange> sections,
        int passagesSame,
        int passagesNew,
        int passagesGone) {
    public RevisionDiff {
        values = List.copyOf(values);
        faults = List.copyOf(faults);
        notices = List.copyOf(notices);
        sections = List.copyOf(sections);
    }

    /// How something stands in the newer revision.
    public enum Change {
        CHANGED,
        ADDED,
        REMOVED
    }

    /// A figure of something.
    ///
    /// @param heading of its section
    /// @param what it is the figure of, with its conditions
    /// @param before as written; empty if it is new
    /// @param after as written; empty if it is gone
    /// @param page as printed, of the newer revision, or of the older if it is gone; empty if there
    ///     are none
    public record ValueChange(
            Change change, String heading, String what, String before, String after, String page) {}

    /// @param code or symptom
    /// @param before what the manual said of it; empty if it is new
    /// @param after likewise; empty if it is gone
    public record FaultChange(
            Change change, String code, String before, String after, String page) {}

    /// @param text with its signal word
    public record NoticeChange(Change change, String text, String page) {}

    /// @param path its headings, outermost first
    /// @param page where it begins
    /// @param passages of it that are new, or gone if it is removed
    public record SectionChange(Change change, List<String> path, String page, int passages) {
        public SectionChange {
            path = List.copyOf(path);
        }
    }

    /// Whether they say the same.
    public boolean same() {
        return values.isEmpty()
                && faults.isEmpty()
                && notices.isEmpty()
                && sections.isEmpty()
                && passagesNew == 0
                && passagesGone == 0;
    }
}
