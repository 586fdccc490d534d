package dev.andon.knowledge.corpus.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects glyphs in the order of the file into words, until a gap or another line.
///
/// A printed space alone does not end a word: a soft hyphen in the middle of a line can be drawn as
/// one, without taking room. Small raised digits are written as such: `m` and a raised `3` are
/// `m³`.
final class WordBuilder {
    /// A gap of more font sizes than this separates words,
    private static final float WORD_GAP = 0.15f;

    /// and of this where a space stands in it.
    private static final float SPACE_GAP = 0.08f;

    /// Glyphs of one word overlap by fewer font sizes.
    private static final float OVERLAP_MAX = 0.5f;

    private static final float SAME_BASELINE = 0.1f;
    private static final float RAISED_MAX = 0.6f;

    /// Raised and lowered text is at most this part of the size of what it stands by.
    private static final float SMALL = 0.9f;

    private static final Map<Character, Character> RAISED =
            Map.ofEntries(
                    Map.entry('0', '⁰'),
                    Map.entry('1', '¹'),
                    Map.entry('2', '²'),
                    Map.entry('3', '³'),
                    Map.entry('4', '⁴'),
                    Map.entry('5', '⁵'),
                    Map.entry('6', '⁶'),
                    Map.entry('7', '⁷'),
                    Map.entry('8', '⁸'),
                    Map.entry('9', '⁹'),
                    Map.entry('-', '⁻'),
                    Map.entry('−', '⁻'));

    private final List<Word> words = new ArrayList<>();
    private final List<Word> open = new ArrayList<>();
    private boolean spaced;

    void add(Word glyph) {
        if (glyph.text().isBlank() || glyph.text().equals("\u00ad") && !isWide(glyph)) {
            spaced |= glyph.text().isBlank();
            return;
        }
        if (!open.isEmpty() && !continues(glyph)) {
            close();
        }
        open.add(open.isEmpty() ? glyph : raised(glyph));
        spaced = false;
    }

    private static boolean isWide(Word glyph) {
        return glyph.right() - glyph.left() > 0.05f * glyph.size();
    }

    private boolean continues(Word glyph) {
        Word first = open.getFirst();
        float gap = gap(glyph);
        float rise = Math.abs(glyph.baseline() - first.baseline()) / first.size();
        boolean near =
                gap < (spaced ? SPACE_GAP : WORD_GAP) * first.size()
                        && gap > -OVERLAP_MAX * first.size();
        return near && (rise < SAME_BASELINE || isSmall(glyph) && rise < RAISED_MAX);
    }

    /// Hebrew and Arabic glyphs come in either order.
    private float gap(Word glyph) {
        float after = glyph.left() - open.getLast().right();
        boolean leftwards =
                RightToLeft.isIn(glyph.text()) || RightToLeft.isIn(open.getLast().text());
        return leftwards ? Math.max(after, open.getLast().left() - glyph.right()) : after;
    }

    private boolean isSmall(Word glyph) {
        return glyph.size() < SMALL * open.getFirst().size();
    }

    private Word raised(Word glyph) {
        boolean up = open.getFirst().baseline() - glyph.baseline() > 0.1f * glyph.size();
        if (!up || !isSmall(glyph) || glyph.text().length() != 1) {
            return glyph;
        }
        char digit = glyph.text().charAt(0);
        String text = String.valueOf(RAISED.getOrDefault(digit, digit));
        return new Word(
                text, glyph.left(), glyph.right(), glyph.baseline(), glyph.size(), glyph.face());
    }

    private void close() {
        if (!open.isEmpty()) {
            words.add(word());
            open.clear();
        }
    }

    private Word word() {
        StringBuilder text = new StringBuilder();
        open.forEach(glyph -> text.append(glyph.text()));
        Word first = open.getFirst();
        float left = first.left();
        float right = open.getLast().right();
        String read = text.toString();
        if (RightToLeft.isIn(read)) {
            read = RightToLeft.word(open);
            left = Math.min(left, open.getLast().left());
            right = Math.max(right, first.right());
        }
        return new Word(
                Normalizer.normalize(read, Normalizer.Form.NFC),
                left,
                right,
                first.baseline(),
                first.size(),
                first.face());
    }

    List<Word> words() {
        close();
        return words;
    }
}
