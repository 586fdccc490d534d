package dev.andon.knowledge.corpus.docx;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.BlockDraft;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.SignalWords;
import dev.andon.knowledge.corpus.TableGrid;
import dev.andon.knowledge.corpus.TableGrid.Cell;
import dev.andon.knowledge.corpus.docx.Numbering.Label;
import dev.andon.knowledge.corpus.docx.TableRows.Row;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Walks a document in reading order and collects its blocks.
final class BodyWalk {
    /// Lines that only say on which page something stands.
    private static final Pattern DIRECTORY =
            Pattern.compile("toc \\d|toc heading|table of figures|table of authorities|index \\d");

    private final Styles styles;
    private final Numbering numbering;
    private final Notes notes;
    private final boolean paged;
    private final StepNumbers numbers = new StepNumbers();
    private final BlockDraft draft = new BlockDraft();
    private int page = 1;
    private @Nullable String title;

    /// @param paged whether the page breaks of the document can be trusted
    BodyWalk(Styles styles, Numbering numbering, Notes notes, boolean paged) {
        this.styles = styles;
        this.numbering = numbering;
        this.notes = notes;
        this.paged = paged;
        turn(0);
    }

    List<Block> blocks() {
        return draft.blocks();
    }

    /// The pages until now, by the page breaks.
    int pages() {
        return page;
    }

    /// The first paragraph that is styled as the document's title; null if there is none.
    @Nullable String title() {
        return title;
    }

    void element(Xml element) {
        switch (element.name()) {
            case "p" -> paragraph(element);
            case "tbl" -> table(element);
            case "sdt", "sdtContent", "customXml", "ins", "smartTag", "txbxContent" ->
                    element.children().forEach(this::element);
            default -> {
                // Section properties, bookmarks and deletions carry no text.
            }
        }
    }

    private void turn(int pages) {
        page += pages;
        draft.page(paged ? new PageRef(null, page) : PageRef.NONE);
    }

    private void paragraph(Xml paragraph) {
        ParagraphText read = ParagraphText.of(paragraph);
        turn(read.breaksBefore());
        if (!DIRECTORY.matcher(styles.name(paragraph)).matches()) {
            Label label = read.text().isEmpty() ? null : numbering.next(paragraph);
            text(paragraph, read.text(), label);
            note(read.notes());
        }
        read.boxes().forEach(this::box);
        turn(read.breaksAfter());
    }

    private void text(Xml paragraph, String text, @Nullable Label label) {
        String style = styles.name(paragraph);
        int level = style.equals("title") ? 1 : styles.level(paragraph);
        if (level > 0) {
            numbers.reset();
            draft.heading(level, label == null ? text : label.before(text));
        } else if (style.endsWith("caption")) {
            draft.caption(label == null ? text : label.before(text), style.startsWith("table"));
        } else if (label == null) {
            draft.paragraph(text);
        } else if (label.step() == null) {
            draft.item(text);
        } else {
            draft.step(numbers.of(label, label.step()), text);
        }
        if (title == null && style.equals("title") && !text.isEmpty()) {
            title = text;
        }
    }

    private void note(List<String> ids) {
        ids.forEach(id -> draft.paragraph(notes.text(id)));
    }

    /// A text box reads as the page shows it: a frame around text.
    private void box(Xml box) {
        box.children().forEach(this::element);
    }

    private void table(Xml table) {
        List<Xml> rows = TableRows.rows(table).toList();
        List<Xml> cells = rows.stream().flatMap(TableRows::cells).toList();
        long filled = cells.stream().filter(cell -> !plain(cell).isEmpty()).count();
        if (isNotice(rows)) {
            notice(table);
        } else if (filled <= 1 || cells.size() == rows.size()) {
            cells.forEach(cell -> cell.children().forEach(this::element));
        } else {
            TableRows reading = new TableRows(numbering);
            pageByPage(reading.of(table));
            note(reading.notes());
        }
    }

    /// Whether a table is only the frame around a notice.
    private static boolean isNotice(List<Xml> rows) {
        String boxed = grid(rows.stream().map(BodyWalk::plainRow).toList()).boxed();
        return boxed != null && SignalWords.notice(boxed, PageRef.NONE).isPresent();
    }

    private static Row plainRow(Xml row) {
        List<Cell> cells = TableRows.cells(row).map(cell -> new Cell(plain(cell), 1, 1)).toList();
        return new Row(cells, false, 0, 0);
    }

    private static String plain(Xml parent) {
        return parent.children().stream()
                .map(
                        element ->
                                element.name().equals("p")
                                        ? ParagraphText.of(element).text()
                                        : plain(element))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void notice(Xml table) {
        TableRows reading = new TableRows(numbering);
        List<Row> rows = reading.of(table);
        turn(rows.getFirst().breaksBefore());
        draft.paragraph(String.valueOf(grid(rows).boxed()));
        note(reading.notes());
        turn(rows.stream().mapToInt(Row::breaksAfter).sum());
        turn(rows.stream().skip(1).mapToInt(Row::breaksBefore).sum());
    }

    /// A table that goes on over a page is a table of its own there, with the same header.
    private void pageByPage(List<Row> rows) {
        List<Row> marked = rows.stream().takeWhile(Row::marked).toList();
        List<Row> header = marked.isEmpty() ? rows.subList(0, 1) : marked;
        List<Row> open = new ArrayList<>();
        String caption = null;
        for (Row row : rows) {
            if (row.breaksBefore() > 0) {
                caption = close(header, open, caption);
                turn(row.breaksBefore());
            }
            open.add(row);
            if (row.breaksAfter() > 0) {
                caption = close(header, open, caption);
                turn(row.breaksAfter());
            }
        }
        close(header, open, caption);
    }

    private @Nullable String close(List<Row> header, List<Row> open, @Nullable String caption) {
        if (open.isEmpty()) {
            return caption;
        }
        List<Row> rows = new ArrayList<>(open);
        open.clear();
        if (!rows.getFirst().equals(header.getFirst())) {
            rows.addAll(0, header.stream().map(Row::asHeader).toList());
        }
        return draft.table(grid(rows), caption);
    }

    private static TableGrid grid(List<Row> rows) {
        TableGrid grid = new TableGrid();
        rows.forEach(row -> grid.row(row.cells(), row.marked()));
        return grid;
    }
}
