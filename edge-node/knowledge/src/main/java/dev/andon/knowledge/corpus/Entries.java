package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows the entries of a directory: `5.3 Light curtain`, `Light curtain ..... 17`.
///
/// @param numbered the manual's headings that begin with a number, as [#letters]
/// @param titles all its headings
record Entries(Set<String> numbered, Set<String> titles) {
    private static final String PAGE = "(?:\\d{1,4}|[ivxlc]{1,6}|\\d{1,2}[-–]\\d{1,3})";
    private static final Pattern LEADER =
            Pattern.compile("(?:[.…·]\\s?){4,}\\s*" + PAGE + "(?=\\s|$)");
    private static final Pattern PAGE_AT = Pattern.compile("[1-9]\\d{0,3}|[ivxlc]{1,6}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}.…·:,;'’\\-–]+");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d|[A-Z]\\.?\\d).*");

    /// No title is longer.
    private static final int TITLE_CHARS_MAX = 160;

    /// Longer text is no entry, nor a line of them.
    private static final int CHARS_MAX = 20_000;

    static Entries of(List<Block> blocks) {
        Set<String> numbered = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (Block block : blocks) {
            if (block instanceof Heading(_, var text, _) && !letters(text).isEmpty()) {
                titles.add(letters(text));
                if (NUMBERED.matcher(text).matches()) {
                    numbered.add(letters(text));
                }
            }
        }
        return new Entries(numbered, titles);
    }

    /// How many entries a block is; 0 if any of it is something else.
    int in(Block block) {
        return switch (block) {
            case Notice _, Block.Figure _ -> 0;
            case Heading(_, var text, _) -> led(text);
            case Table table -> in(table);
            case Block.Paragraph _, Block.Item _, Block.Step _ -> in(textOf(block));
        };
    }

    private int in(Table table) {
        List<List<String>> rows = new ArrayList<>(table.rows());
        rows.addFirst(table.header());
        int sum = 0;
        for (List<String> row : rows) {
            int count = in(String.join(" ", row));
            boolean isHead = row == table.header();
            if (count == 0 && !isHead) {
                return 0;
            }
            sum += count;
        }
        return sum;
    }

    private int in(String text) {
        int led = led(text);
        return led > 0 || text.length() > CHARS_MAX ? led : titled(letters(text));
    }

    /// How many entries with a leader a text is.
    private static int led(String text) {
        Matcher leader = LEADER.matcher(text);
        int count = 0;
        int end = 0;
        while (leader.find() && leader.start() - end <= TITLE_CHARS_MAX) {
            count++;
            end = leader.end();
        }
        return end == text.length() ? count : 0;
    }

    /// How many titles follow each other without a gap: numbered ones with or without a page, the
    /// others with one.
    private int titled(String letters) {
        int[] counts = new int[letters.length() + 1];
        Arrays.fill(counts, -1);
        counts[0] = 0;
        for (int at = 0; at < letters.length(); at++) {
            if (counts[at] >= 0) {
                for (String title : titles) {
                    if (letters.startsWith(title, at)) {
                        follow(letters, at, title, counts);
                    }
                }
            }
        }
        return Math.max(0, counts[letters.length()]);
    }

    private void follow(String letters, int at, String title, int[] counts) {
        int end = at + title.length();
        if (numbered.contains(title)) {
            counts[end] = Math.max(counts[end], counts[at] + 1);
        }
        Matcher page = PAGE_AT.matcher(letters).region(end, letters.length());
        if (page.lookingAt()) {
            for (int to = end + 1; to <= page.end(); to++) {
                counts[to] = Math.max(counts[to], counts[at] + 1);
            }
        }
    }

    private static String textOf(Block block) {
        return PassageText.render(List.of(block));
    }

    private static String letters(String text) {
        return BETWEEN_WORDS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
