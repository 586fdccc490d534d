package dev.andon.knowledge.corpus.text;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.BlockDraft;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.SignalWords;
import dev.andon.knowledge.corpus.TableGrid;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what each part of a text is.
final class PartReading {
    private static final int HEADING_LENGTH_MAX = 80;
    private static final Pattern UNDERLINE = Pattern.compile("\\s*([=~^#*_-])\\1{2,}\\s*");
    private static final Pattern CAPITALS = Pattern.compile("[^\\p{Ll}]*\\p{Lu}{3,}[^\\p{Ll}]*");
    private static final Pattern NUMBERED =
            Pattern.compile("((?:\\d{1,2}|[A-Z])(?:\\.\\d{1,2}){0,4})\\.?\\s+\\p{Lu}.*");

    private final BlockDraft draft = new BlockDraft();
    private final List<Lead> open = new ArrayList<>();
    private final List<String> openNumbers = new ArrayList<>();

    void page(PageRef page) {
        draft.page(page);
    }

    List<Block> blocks() {
        return draft.blocks();
    }

    /// @param parts of one page
    void read(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            @Nullable Part before = i == 0 ? null : parts.get(i - 1);
            @Nullable Part after = i + 1 == parts.size() ? null : parts.get(i + 1);
            read(parts.get(i), before, after);
        }
    }

    private void read(Part part, @Nullable Part before, @Nullable Part after) {
        List<String> lines = part.lines();
        if (lines.size() >= 2 && isUnderlined(lines)) {
            heading(underlineLevel(lines.get(1)), lines.getFirst());
            if (lines.size() > 2) {
                read(new Part(lines.subList(2, lines.size())), null, after);
            }
            return;
        }
        TableGrid table = AlignedColumns.of(lines);
        if (table != null && !isList(lines)) {
            draft.table(table, null);
        } else if (lines.size() == 1 && isHeading(part, before, after)) {
            heading(level(lines.getFirst()), lines.getFirst());
        } else if (!UNDERLINE.matcher(lines.getFirst()).matches() || lines.size() > 1) {
            lines(lines);
        }
    }

    private static boolean isUnderlined(List<String> lines) {
        int title = lines.getFirst().strip().length();
        int rule = lines.get(1).strip().length();
        return UNDERLINE.matcher(lines.get(1)).matches()
                && !UNDERLINE.matcher(lines.getFirst()).matches()
                && title <= HEADING_LENGTH_MAX
                && Math.abs(title - rule) <= Math.max(3, title / 3);
    }

    private static int underlineLevel(String rule) {
        return switch (rule.strip().charAt(0)) {
            case '=', '#', '*' -> 1;
            case '-', '_' -> 2;
            default -> 3;
        };
    }

    private static boolean isList(List<String> lines) {
        return lines.stream().filter(line -> Lead.of(line) != null).count() * 2 >= lines.size();
    }

    /// One line on its own, in capitals or numbered; but no step between steps, and no notice.
    private static boolean isHeading(Part part, @Nullable Part before, @Nullable Part after) {
        String line = part.first().strip();
        if (line.length() > HEADING_LENGTH_MAX
                || line.matches(".*[.!?;:,]")
                || SignalWords.notice(line, PageRef.NONE).isPresent()) {
            return false;
        }
        boolean numbered = NUMBERED.matcher(line).matches() && !line.matches("[A-Z] .*");
        if (numbered) {
            Lead lead = Lead.of(part.first());
            return lead == null || !isStepBeside(lead, before, after);
        }
        return CAPITALS.matcher(line).matches() && Lead.of(line) == null;
    }

    private static boolean isStepBeside(Lead lead, @Nullable Part before, @Nullable Part after) {
        Lead next = after == null ? null : Lead.of(after.first());
        boolean goesOn =
                before != null
                        && before.lines().stream()
                                .map(Lead::of)
                                .anyMatch(above -> above != null && above.goesOnWith(lead));
        boolean whole = lead.number() != null && !lead.number().contains(".");
        return whole && (goesOn || next != null && lead.goesOnWith(next));
    }

    private static int level(String line) {
        Matcher numbered = NUMBERED.matcher(line.strip());
        return numbered.matches() ? numbered.group(1).split("\\.").length : 1;
    }

    private void heading(int level, String text) {
        open.clear();
        openNumbers.clear();
        draft.heading(level, text);
    }

    /// Running text and list items; a line without a lead goes on with what stands above it.
    private void lines(List<String> lines) {
        List<String> text = new ArrayList<>();
        Lead lead = null;
        for (String line : lines) {
            Lead next = Lead.of(line);
            boolean begins =
                    next != null && (text.isEmpty() || lead != null || startsList(next, lines));
            if (begins || isNotice(line)) {
                close(lead, text);
                lead = next;
                text.add(next == null ? line : next.text());
            } else {
                text.add(line);
            }
        }
        close(lead, text);
    }

    /// Not where running text happens to break before a number or a dash.
    private static boolean startsList(Lead lead, List<String> lines) {
        boolean first = lead.number() == null || lead.number().matches("1|a|(?:.*\\.)1");
        return first && lines.stream().filter(line -> Lead.of(line) != null).count() > 1;
    }

    private static boolean isNotice(String line) {
        return SignalWords.notice(line, PageRef.NONE).isPresent();
    }

    private void close(@Nullable Lead lead, List<String> lines) {
        if (!lines.isEmpty()) {
            String text = String.join(" ", lines);
            if (lead == null) {
                draft.paragraph(text);
            } else if (lead.number() == null) {
                draft.item(text);
            } else {
                draft.step(number(lead, lead.number()), text);
            }
            lines.clear();
        }
    }

    /// Steps that stand further in count on below the step above them.
    private String number(Lead lead, String printed) {
        while (!open.isEmpty() && open.getLast().indent() >= lead.indent()) {
            open.removeLast();
            openNumbers.removeLast();
        }
        boolean whole =
                printed.contains(".")
                        || openNumbers.isEmpty()
                        || !Character.isDigit(openNumbers.getLast().charAt(0));
        String number = whole ? printed : openNumbers.getLast() + "." + printed;
        open.add(lead);
        openNumbers.add(number);
        return number;
    }
}
