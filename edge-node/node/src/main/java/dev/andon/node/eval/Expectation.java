package dev.andon.node.eval;

import dev.andon.knowledge.corpus.PageRef;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The reply that a question should get.
///
/// @param kind `answer`, `refusal` or `clarification`
/// @param manual the document's own number; null if the corpus has but one
/// @param revision of it; null if it has but one
/// @param pages as printed, single or ranges (`12-14`); any of them will do
/// @param pdfPages positions in the file, in the same form; any of them will do as well
/// @param headings sections that a search should find
/// @param contains each must stand in the reply, alternatives separated by a bar
/// @param excludes none may stand in an answer: the values of the other row, machine or revision
record Expectation(
        String kind,
        @Nullable String manual,
        @Nullable String revision,
        List<String> pages,
        List<String> pdfPages,
        List<String> headings,
        List<String> contains,
        List<String> excludes) {
    Expectation {
        pages = List.copyOf(pages);
        pdfPages = List.copyOf(pdfPages);
        headings = List.copyOf(headings);
        contains = List.copyOf(contains);
        excludes = List.copyOf(excludes);
    }

    boolean answerable() {
        return kind.equals("answer");
    }

    /// Whether the answer stands on this page.
    boolean onPage(PageRef page) {
        return pages.stream().anyMatch(range -> within(range, String.valueOf(page.printed())))
                || pdfPages.stream().anyMatch(range -> within(range, String.valueOf(page.pdf())));
    }

    /// Whether a search that finds this place has found the answer.
    boolean at(List<String> path, PageRef page) {
        return onPage(page)
                || headings.stream()
                        .anyMatch(heading -> path.stream().anyMatch(above -> same(above, heading)));
    }

    /// The values that are missing from a text.
    List<String> missingFrom(String text) {
        return contains.stream().filter(value -> !says(text, value)).toList();
    }

    /// The values in a text that must not be there.
    List<String> forbiddenIn(String text) {
        return excludes.stream().filter(value -> says(text, value)).toList();
    }

    /// Whether a text has one of the alternatives of a value, as whole numbers and regardless of
    /// case.
    static boolean says(String text, String value) {
        for (String part : value.split("\\|")) {
            String begins = Character.isDigit(part.charAt(0)) ? "(?<![\\d.,\\u2212-])" : "";
            boolean endsWithDigit = Character.isDigit(part.charAt(part.length() - 1));
            String ends = endsWithDigit ? "(?!\\d|[.,]\\d)" : "";
            String words = Pattern.quote(part).replace(" ", "\\E[\\s\\u00a0\\u202f]+\\Q");
            if (Pattern.compile(begins + words + ends, Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(String range, String page) {
        int dash = range.indexOf('-');
        if (dash < 0 || !page.matches("\\d{1,7}")) {
            return range.equals(page);
        }
        int number = Integer.parseInt(page);
        return number >= Integer.parseInt(range.substring(0, dash))
                && number <= Integer.parseInt(range.substring(dash + 1));
    }

    /// The same but for a number in front (`4.10.1.3 Distance Not Correct`).
    private static boolean same(String above, String heading) {
        String a = above.toLowerCase(Locale.ROOT).strip();
        String b = heading.toLowerCase(Locale.ROOT).strip();
        return a.equals(b) || a.endsWith(" " + b);
    }
}
