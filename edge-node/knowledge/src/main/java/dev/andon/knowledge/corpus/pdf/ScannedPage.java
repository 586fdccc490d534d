package dev.andon.knowledge.corpus.pdf;

import java.util.List;

/// What stands on one page, turned so that most of its text runs from left to right.
///
/// @param words in the order of the file
/// @param rules straight lines
/// @param fills coloured areas
/// @param dots small shapes, some of which are bullets
/// @param turned lines of text that run in another direction
record ScannedPage(
        Size size,
        List<Word> words,
        List<Rule> rules,
        List<Area> fills,
        List<Area> dots,
        List<String> turned) {
    /// In points.
    record Size(float width, float height) {}

    ScannedPage {
        words = List.copyOf(words);
        rules = List.copyOf(rules);
        fills = List.copyOf(fills);
        dots = List.copyOf(dots);
        turned = List.copyOf(turned);
    }
}
