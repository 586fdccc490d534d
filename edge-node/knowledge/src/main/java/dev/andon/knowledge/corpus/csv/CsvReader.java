package dev.andon.knowledge.corpus.csv;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReader;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.TextFile;
import dev.andon.knowledge.corpus.TitlePage;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a table, such as a fault list, from CSV: delimiter and encoding are found out.
///
/// The header is the first row that reads like one of a fault list, else the first row. What stands
/// above it is the title and what the file says of itself (`Revision: C`). A row that is wider or
/// narrower than the header would put values under wrong headings, so one such row refuses the file
/// and is named by its line; empty cells at the end of a row are no matter.
public final class CsvReader implements ManualReader {
    /// See [ManualReader#version].
    public static final int VERSION = 1;

    /// No machine has more faults.
    static final int ROWS_MAX = 200_000;

    /// Rows above the header that may hold a title.
    private static final int PREAMBLE_MAX = 15;

    /// Broken rows that are named before the rest is only counted.
    private static final int NAMED_MAX = 5;

    private record Row(long line, List<String> cells) {}

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Set<String> endings() {
        return Set.of(".csv", ".tsv");
    }

    /// @throws StageException `corpus`: `too-large`, `not-text`, `csv-broken`, `no-text`,
    ///     `unreadable`
    @Override
    public ManualContent read(Path file, DeclaredManual declared) {
        List<Row> rows = rows(file, withoutSeparatorLine(TextFile.read(file)));
        int header = header(rows);
        if (rows.size() <= header + 1) {
            throw failure("no-text", file + " has no rows below its header.");
        }
        List<Row> body = rows.subList(header + 1, rows.size());
        List<String> columns = trimmed(rows.get(header).cells());
        refuseOtherWidths(file, columns.size(), body);
        List<Block> blocks = new ArrayList<>(preamble(rows.subList(0, header)));
        DeclaredManual title = title(blocks).orElse(TitlePage.of(blocks));
        blocks.add(
                new Table(
                        null,
                        columns,
                        body.stream().map(row -> filled(row, columns.size())).toList(),
                        PageRef.NONE));
        return new ManualContent(declared.orElse(title).named(file), blocks);
    }

    /// Spreadsheets understand `sep=;` on the first line.
    private static String withoutSeparatorLine(String text) {
        return text.replaceFirst("\\A(?i)\"?sep=.\"?\\R", "");
    }

    private static List<Row> rows(Path file, String text) {
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(text, Delimiter.format(Delimiter.of(text)))) {
            for (CSVRecord row : parser) {
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(line, row.toList()));
                }
                line = parser.getCurrentLineNumber() + 1;
                if (rows.size() > ROWS_MAX) {
                    throw failure(
                            "too-large",
                            "%s has more than %d rows: split it.".formatted(file, ROWS_MAX));
                }
            }
            return rows;
        } catch (UncheckedIOException | IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "csv-broken",
                    "%s, line %d: a quotation mark is opened and not closed, or text follows a"
                                    .formatted(file, line)
                            + " closing one: mend that row.",
                    e);
        }
    }

    private static int header(List<Row> rows) {
        for (int i = 0; i < Math.min(PREAMBLE_MAX, rows.size()); i++) {
            if (FaultHeader.is(rows.get(i).cells())) {
                return i;
            }
        }
        int first = 0;
        while (first + 1 < rows.size()
                && first < PREAMBLE_MAX
                && trimmed(rows.get(first).cells()).size() == 1
                && trimmed(rows.get(first + 1).cells()).size() > 1) {
            first++;
        }
        return first;
    }

    private static void refuseOtherWidths(Path file, int columns, List<Row> body) {
        List<Row> broken = body.stream().filter(row -> !fits(row, columns)).toList();
        if (broken.isEmpty()) {
            return;
        }
        String lines =
                broken.stream()
                        .limit(NAMED_MAX)
                        .map(row -> "line %d has %d".formatted(row.line(), row.cells().size()))
                        .collect(Collectors.joining(", "));
        String more =
                broken.size() > NAMED_MAX
                        ? " and %d more".formatted(broken.size() - NAMED_MAX)
                        : "";
        throw failure(
                "csv-broken",
                "%s: the header has %d cells, but %s%s: mend these rows, or put cells with a"
                                .formatted(file, columns, lines, more)
                        + " delimiter inside into quotation marks.");
    }

    /// As wide as the header, but for empty cells at the end.
    private static boolean fits(Row row, int columns) {
        return row.cells().size() >= columns && trimmed(row.cells()).size() <= columns;
    }

    private static List<String> trimmed(List<String> cells) {
        int end = cells.size();
        while (end > 1 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static List<String> filled(Row row, int columns) {
        return row.cells().subList(0, columns);
    }

    private static List<Block> preamble(List<Row> rows) {
        List<Block> blocks = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
            boolean title = blocks.isEmpty() && cells.size() == 1;
            boolean labelled = cells.size() == 2 && !cells.getFirst().strip().endsWith(":");
            String text = String.join(labelled ? ": " : " ", cells);
            blocks.add(
                    title ? new Heading(1, text, PageRef.NONE) : new Paragraph(text, PageRef.NONE));
        }
        return blocks;
    }

    private static DeclaredManual title(List<Block> preamble) {
        @Nullable String title =
                !preamble.isEmpty() && preamble.getFirst() instanceof Heading(_, var text, _)
                        ? text
                        : null;
        return new DeclaredManual(null, title, null, null, null, null);
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.CORPUS, code, message);
    }
}
