package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Words on one baseline, from left to right; never empty.
record Line(List<Word> words) {
    /// A gap wider than this many font sizes is no space between words.
    private static final float WIDE_GAP = 1.2f;

    /// Baselines nearer than this many font sizes are one.
    private static final float SAME_BASELINE = 0.42f;

    Line {
        words = List.copyOf(words);
    }

    /// The lines of words that stand in any order, from the top.
    static List<Line> of(List<Word> words) {
        List<Word> sorted =
                words.stream().sorted(Comparator.comparingDouble(Word::baseline)).toList();
        List<Line> lines = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        for (Word word : sorted) {
            if (!open.isEmpty()) {
                Word first = open.getFirst();
                float tolerance = Math.max(first.size(), word.size()) * SAME_BASELINE;
                if (word.baseline() - first.baseline() > tolerance) {
                    lines.add(sortedByX(open));
                    open.clear();
                }
            }
            open.add(word);
        }
        if (!open.isEmpty()) {
            lines.add(sortedByX(open));
        }
        return lines;
    }

    private static Line sortedByX(List<Word> words) {
        return new Line(words.stream().sorted(Comparator.comparingDouble(Word::left)).toList());
    }

    /// The parts between wide gaps.
    List<Line> segments() {
        List<Line> segments = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        for (Word word : words) {
            if (!open.isEmpty() && word.left() - open.getLast().right() > WIDE_GAP * word.size()) {
                segments.add(new Line(open));
                open.clear();
            }
            open.add(word);
        }
        segments.add(new Line(open));
        return segments;
    }

    /// In the order in which it is read.
    String text() {
        return String.join(" ", RightToLeft.line(words.stream().map(Word::text).toList()));
    }

    float left() {
        return words.getFirst().left();
    }

    float right() {
        return words.getLast().right();
    }

    float baseline() {
        return words.getFirst().baseline();
    }

    float size() {
        float size = 0;
        for (Word word : words) {
            size = Math.max(size, word.size());
        }
        return size;
    }

    float top() {
        return baseline() - size();
    }

    boolean bold() {
        return words.stream().allMatch(Word::bold);
    }

    /// Whether it is printed like code.
    boolean monospaced() {
        return words.stream().allMatch(word -> word.face().monospaced());
    }

    boolean italic() {
        return words.stream().allMatch(word -> word.face().italic());
    }

    /// The words of lines as one text; a word that is hyphenated at the end of a line is joined.
    static String join(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            append(text, line.text());
        }
        return text.toString();
    }

    /// Appends a line to running text. A hyphen between two small letters is taken as the end of
    /// the line's, as most are; before a capital or a digit it belongs to a name (`PX-` `200`).
    static void append(StringBuilder text, String line) {
        int end = text.length();
        if (end >= 2 && !line.isEmpty() && isHyphen(text.charAt(end - 1))) {
            boolean joined =
                    Character.isLowerCase(text.charAt(end - 2))
                            && Character.isLowerCase(line.charAt(0));
            boolean soft = text.charAt(end - 1) == '\u00ad';
            text.setLength(joined || soft ? end - 1 : end);
        } else if (end > 0) {
            text.append(' ');
        }
        text.append(line);
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00ad';
    }
}
