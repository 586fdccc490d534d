package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The one text form of a passage: what is stored, embedded, searched, prompted and parsed back.
///
/// One block a line, a table one line a row; lines end in `\n`, the last one does not:
///
/// ```
/// Running text stands as it is.
/// - an item
/// 3. a step, its number, a dot and a space; also 3.1. and a.
/// WARNING: a notice, by its English signal word
/// Figure: the caption of a drawing
/// Table: the caption, where there is one
/// | Thread | Torque |
/// |---|---|
/// | M8 | 25 N·m |
/// ```
///
/// In a cell `|` is written `\|` and `\` is written `\\`. Running text that would read as another
/// block (or begins with `\`, or is empty) gets a `\` in front. [#render] and [#parse] are exact
/// inverses for every block but a heading: headings are the passage's path, not its text.
public final class PassageText {
    /// Stands for a word that could not be read: it is in no answer and says nothing.
    public static final String ILLEGIBLE = "[…]";

    private static final String CAPTION = "Table: ";
    private static final String FIGURE = "Figure: ";
    private static final Pattern STEP =
            Pattern.compile("([0-9]+(?:\\.(?:[0-9]+|[a-z]))*|[a-z])\\. (.*)");
    private static final Pattern NOTICE = Pattern.compile("(DANGER|WARNING|CAUTION|NOTICE): (.*)");
    private static final Pattern RULE = Pattern.compile("\\|(---\\|)+");
    private static final Pattern WHITE_SPACE =
            Pattern.compile("[\\s\\p{Z}\\x00-\\x1f\\x7f-\\x9f]+");

    /// Where a word may be broken, not a part of it.
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");

    private PassageText() {}

    /// The text of blocks, none of them a heading.
    ///
    /// @throws IllegalArgumentException on a heading
    public static String render(List<Block> blocks) {
        return blocks.stream().map(PassageText::lines).collect(Collectors.joining("\n"));
    }

    /// The blocks of a text made by [#render], all of them on the given page.
    ///
    /// Never fails: a line that is no other block is running text.
    public static List<Block> parse(String text, PageRef page) {
        if (text.isEmpty()) {
            return List.of();
        }
        return new PassageParser(text.split("\n", -1), page).blocks();
    }

    /// A row with its headers, to be quoted or spoken: `Thread: M8; Torque, dry: 25 N·m`. Empty
    /// cells are left out; a column without a header gives its value alone.
    public static String rowText(Table table, List<String> row) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
                String header = table.header().get(column);
                parts.add(header.isEmpty() ? row.get(column) : header + ": " + row.get(column));
            }
        }
        return String.join("; ", parts);
    }

    /// The text with every run of white space and control characters as one space, none at the
    /// ends, and without soft hyphens and marks that only allow a line break.
    static String oneLine(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return WHITE_SPACE.matcher(visible).replaceAll(" ").strip();
    }

    private static String lines(Block block) {
        return switch (block) {
            case Heading heading ->
                    throw new IllegalArgumentException(
                            "A heading belongs to the path of a passage: " + heading.text());
            case Paragraph(var text, _) -> looksLikeAnother(text) ? "\\" + text : text;
            case Step(var number, var text, _) -> number + ". " + text;
            case Item(var text, _) -> "- " + text;
            case Notice(var signal, var text, _) -> signal + ": " + text;
            case Table table -> table(table);
            case Figure(var caption, _) -> FIGURE + caption;
        };
    }

    private static boolean looksLikeAnother(String text) {
        return text.isEmpty()
                || text.startsWith("\\")
                || text.startsWith("|")
                || text.startsWith("- ")
                || text.equals("-")
                || text.startsWith(CAPTION)
                || text.startsWith(FIGURE)
                || STEP.matcher(text).matches()
                || NOTICE.matcher(text).matches();
    }

    private static String table(Table table) {
        List<String> lines = new ArrayList<>();
        if (table.caption() != null) {
            lines.add(CAPTION + table.caption());
        }
        lines.add(row(table.header()));
        lines.add("|" + "---|".repeat(table.header().size()));
        table.rows().forEach(row -> lines.add(row(row)));
        return String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> " " + cell.replace("\\", "\\\\").replace("|", "\\|") + " |")
                .collect(Collectors.joining("", "|", ""));
    }

    /// Reads line by line; `next` is the first line that is not yet in a block.
    private static final class PassageParser {
        private final String[] lines;
        private final PageRef page;
        private final List<Block> blocks = new ArrayList<>();
        private int next;

        PassageParser(String[] lines, PageRef page) {
            this.lines = lines;
            this.page = page;
        }

        List<Block> blocks() {
            while (next < lines.length) {
                blocks.add(block());
            }
            return List.copyOf(blocks);
        }

        private Block block() {
            if (beginsTable(next)) {
                return table(null);
            }
            if (lines[next].startsWith(CAPTION) && beginsTable(next + 1)) {
                return table(lines[next++].substring(CAPTION.length()));
            }
            return line(lines[next++]);
        }

        private boolean beginsTable(int line) {
            return line + 1 < lines.length
                    && lines[line].startsWith("|")
                    && RULE.matcher(lines[line + 1]).matches()
                    && cells(lines[line]).size() == cells(lines[line + 1]).size();
        }

        private Table table(@Nullable String caption) {
            List<String> header = cells(lines[next]);
            List<List<String>> rows = new ArrayList<>();
            next += 2;
            while (next < lines.length && lines[next].startsWith("|") && !beginsTable(next)) {
                List<String> row = cells(lines[next]);
                if (row.size() != header.size()) {
                    break;
                }
                rows.add(row);
                next++;
            }
            return new Table(caption, header, rows, page);
        }

        private Block line(String line) {
            Matcher step = STEP.matcher(line);
            if (step.matches()) {
                return new Step(step.group(1), step.group(2), page);
            }
            Matcher notice = NOTICE.matcher(line);
            if (notice.matches()) {
                return new Notice(Signal.valueOf(notice.group(1)), notice.group(2), page);
            }
            if (line.startsWith(FIGURE)) {
                return new Figure(line.substring(FIGURE.length()), page);
            }
            if (line.startsWith("- ")) {
                return new Item(line.substring(2), page);
            }
            return new Paragraph(line.startsWith("\\") ? line.substring(1) : line, page);
        }

        private static List<String> cells(String line) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            for (int i = 1; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '|') {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else if (c == '\\' && i + 1 < line.length()) {
                    cell.append(line.charAt(++i));
                } else {
                    cell.append(c);
                }
            }
            return cells;
        }
    }
}
