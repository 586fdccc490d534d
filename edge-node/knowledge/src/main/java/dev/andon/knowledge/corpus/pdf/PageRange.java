package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/// Names pages for a person.
final class PageRange {
    private static final int RANGES_MAX = 20;

    private PageRange() {}

    /// `page 3`, `pages 1-4, 9`; after twenty ranges it counts the rest.
    ///
    /// @param pages in the file, from 1, ascending, at least one
    static String name(List<Integer> pages) {
        List<String> ranges = new ArrayList<>();
        int named = 0;
        for (int i = 0; i < pages.size() && ranges.size() < RANGES_MAX; ) {
            int end = i;
            while (end + 1 < pages.size() && pages.get(end + 1) == pages.get(end) + 1) {
                end++;
            }
            ranges.add(end == i ? "" + pages.get(i) : pages.get(i) + "-" + pages.get(end));
            i = end + 1;
            named = i;
        }
        String more = named < pages.size() ? " and %d more".formatted(pages.size() - named) : "";
        return (pages.size() == 1 ? "page " : "pages ") + String.join(", ", ranges) + more;
    }
}
