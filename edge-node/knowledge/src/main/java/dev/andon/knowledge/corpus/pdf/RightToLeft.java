package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts Hebrew and Arabic, which stand on the page from right to left, into the order in which they
/// are read; numbers and Latin words inside keep theirs.
final class RightToLeft {
    private static final String BRACKETS = "()[]{}<>«»";

    private RightToLeft() {}

    static boolean isIn(String text) {
        return text.codePoints().anyMatch(RightToLeft::isLetter);
    }

    private static boolean isLetter(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// The text of one word, whatever the order of its glyphs in the file.
    static String word(List<Word> glyphs) {
        List<String> texts =
                glyphs.stream()
                        .sorted(Comparator.comparingDouble(Word::left))
                        .map(Word::text)
                        .toList();
        return String.join("", fromTheRight(texts));
    }

    /// The words of a line, which stand from left to right, in the order in which they are read.
    static List<String> line(List<String> words) {
        long right = words.stream().filter(RightToLeft::isIn).count();
        long left = words.stream().filter(RightToLeft::isLatin).count();
        if (right == 0) {
            return words;
        }
        return right >= left ? fromTheRight(words) : runsFromTheRight(words);
    }

    private static boolean isLatin(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && !isLetter(c));
    }

    /// From right to left, but runs of digits or Latin letters from left to right.
    private static List<String> fromTheRight(List<String> parts) {
        List<String> ordered = new ArrayList<>();
        int run = 0;
        for (String part : parts.reversed()) {
            if (isLatin(part) || part.length() == 1 && isNumeric(part)) {
                ordered.add(ordered.size() - run, part);
                run++;
            } else {
                ordered.add(mirrored(part));
                run = 0;
            }
        }
        return ordered;
    }

    private static boolean isNumeric(String part) {
        return Character.isDigit(part.charAt(0));
    }

    /// From left to right, but runs of words from the right the other way round.
    private static List<String> runsFromTheRight(List<String> words) {
        List<String> ordered = new ArrayList<>();
        int run = 0;
        for (String word : words) {
            run = isIn(word) ? run + 1 : 0;
            ordered.add(run == 0 ? ordered.size() : ordered.size() - run + 1, word);
        }
        return ordered;
    }

    private static String mirrored(String part) {
        int at = part.length() == 1 ? BRACKETS.indexOf(part) : -1;
        return at < 0 ? part : BRACKETS.substring(at ^ 1, (at ^ 1) + 1);
    }
}
