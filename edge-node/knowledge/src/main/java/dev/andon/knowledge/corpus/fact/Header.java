package dev.andon.knowledge.corpus.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the header of a column says that the column holds.
enum Header {
    CODE("column.code"),
    CAUSE("column.cause"),
    REMEDY("column.remedy"),
    SYMPTOM("column.symptom"),
    MEANING("column.meaning"),
    UNIT("column.unit"),
    VALUE("column.value"),
    MINIMUM("column.minimum"),
    MAXIMUM("column.maximum"),
    COUNT("column.count"),
    INTERVAL("column.interval"),
    IDENTITY("column.identity"),
    NAME("column.name");

    private static final Pattern BRACKETS =
            Pattern.compile("\\s*[(\\[]([^()\\[\\]]*(?:\\([^()]*\\))?)[)\\]]\\s*$");

    private final Pattern words;

    Header(String list) {
        this.words = WordList.of(list).whole();
    }

    /// Whether a header says so; what stands in brackets at its end aside.
    boolean is(String header) {
        return words.matcher(withoutBrackets(header)).find();
    }

    /// Whether any of the headers says so, and where.
    int column(List<String> headers) {
        for (int column = 0; column < headers.size(); column++) {
            if (is(headers.get(column))) {
                return column;
            }
        }
        return -1;
    }

    /// The first kind that a header is.
    static Optional<Header> of(String header) {
        return Arrays.stream(values()).filter(kind -> kind.is(header)).findFirst();
    }

    /// A cell by itself, or with its header where it has no letter: `Size 8`. Empty if neither
    /// names anything.
    static String named(String header, String cell) {
        boolean lettered = cell.chars().anyMatch(Character::isLetter);
        return lettered ? cell : header.isEmpty() ? "" : withoutBrackets(header) + " " + cell;
    }

    /// `Maximum` of `Maximum (N·m)`.
    static String withoutBrackets(String header) {
        return BRACKETS.matcher(header).replaceFirst("").strip();
    }

    /// `N·m` of `Maximum (N·m)`; empty without brackets.
    static String inBrackets(String header) {
        Matcher matcher = BRACKETS.matcher(header);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
