package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

/// A page of a manual.
///
/// @param printed the page number as the page itself prints it; null where the manual prints none
/// @param pdf the page's position in the file, from 1; 0 where the format has no pages
public record PageRef(@Nullable String printed, int pdf) {
    /// A place in a manual without pages.
    public static final PageRef NONE = new PageRef(null, 0);
}
