package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.fact.Fact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/// A procedure as one revision of one manual prints it, nothing reworded.
///
/// @param manual the document's own number
/// @param manualTitle as printed
/// @param revision as printed; null if the manual does not say
/// @param language BCP 47; null if nobody knows
/// @param page on which it begins, as printed, else its place in the file; null without pages
/// @param heading of its section as printed, with its number
/// @param notices of its section, dangers first
/// @param steps in the order of the page, one at least
public record ProcedureText(
        String manual,
        String manualTitle,
        @Nullable String revision,
        @Nullable String language,
        @Nullable String page,
        String heading,
        List<Notice> notices,
        List<Step> steps) {
    private static final Pattern NUMBER =
            Pattern.compile("^(?:\\d+|[A-Z])(?:\\.\\d+)*\\.?\\s+(?=\\p{L})");

    public ProcedureText {
        notices = List.copyOf(notices);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("The procedure '" + heading + "' has no step.");
        }
    }

    /// The procedure that a manual states.
    public static ProcedureText of(Manual manual, Fact.Procedure fact) {
        return new ProcedureText(
                manual.id(),
                manual.title(),
                manual.revision(),
                manual.language(),
                page(fact.span().page()),
                heading(fact),
                fact.notices().stream().map(n -> new Notice(n.signal(), n.text())).toList(),
                fact.steps().stream().map(s -> new Step(s.number(), s.text(), s.type())).toList());
    }

    /// The heading without its number, as people say it.
    public String title() {
        return NUMBER.matcher(heading).replaceFirst("");
    }

    /// Where the printed numbers do not follow each other.
    public List<Gap> gaps() {
        return Numbering.gaps(steps);
    }

    static String heading(Fact.Procedure fact) {
        List<String> path = fact.span().path();
        return path.isEmpty() ? fact.title() : path.getLast();
    }

    private static @Nullable String page(PageRef page) {
        if (page.printed() != null) {
            return page.printed();
        }
        return page.pdf() == 0 ? null : String.valueOf(page.pdf());
    }
}
