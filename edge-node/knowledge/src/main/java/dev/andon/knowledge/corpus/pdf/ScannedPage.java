package dev.andon.knowledge.corpus.pdf;

import java.util.List;

/// What stands on one page, turned so that most of its text runs from left to right.
///
/// @param words in the order of the file
/// @param rules straight lines
/// @param fills coloured areas
/// @param dots small shapes, some of which are bullets
/// @param turned lines of text that run in another direction
/// @param pictures how much of the page they cover
record ScannedPage(
        Size size,
        List<Word> words,
        List<Rule> rules,
        List<Area> fills,
        List<Area> dots,
        List<String> turned,
        Pictures pictures) {
    /// In points.
    record Size(float width, float height) {}

    /// The pictures of a page.
    ///
    /// @param part of the page's area that the largest covers
    /// @param pixelsMax of the one with the most
    record Pictures(double part, long pixelsMax) {
        static final Pictures NONE = new Pictures(0, 0);

        Pictures and(double otherPart, long pixels) {
            return new Pictures(Math.max(part, otherPart), Math.max(pixelsMax, pixels));
        }
    }

    /// A scanned sheet covers at least this part of its page.
    private static final double SHEET_MIN = 0.25;

    /// Words within this part of the page's height above and below are stamped on scans too.
    private static final float MARGIN = 0.11f;

    ScannedPage {
        words = List.copyOf(words);
        rules = List.copyOf(rules);
        fills = List.copyOf(fills);
        dots = List.copyOf(dots);
        turned = List.copyOf(turned);
    }

    /// The page with what was recognised on it, if that is anything.
    ScannedPage with(PictureText.Recognised found) {
        return found.words().isEmpty()
                ? this
                : new ScannedPage(
                        size, found.words(), found.rules(), List.of(), dots, turned, pictures);
    }

    ScannedPage withPictures(Pictures found) {
        return new ScannedPage(size, words, rules, fills, dots, turned, found);
    }

    /// Whether its text, if it has any, is a picture.
    boolean isPicture() {
        return pictures.part >= SHEET_MIN
                && turned.isEmpty()
                && words.stream().allMatch(this::isInMargin);
    }

    private boolean isInMargin(Word word) {
        return word.baseline() < size.height * MARGIN
                || word.baseline() > size.height * (1 - MARGIN);
    }
}
