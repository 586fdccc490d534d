package dev.andon.config.register;

import dev.andon.config.register.RegisterDraft.Entry;
import dev.andon.config.register.RegisterDraft.Kind;
import dev.andon.config.register.RegisterDraft.Place;
import dev.andon.config.register.RegisterDraft.Value;
import dev.andon.config.source.Nearest;
import dev.andon.config.source.Problem;
import dev.andon.config.source.SourceException;
import dev.andon.config.source.SourceText;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A table as an asset system exports it: one row a line, machine, fault or part; comma or
/// semicolon; aliases separated by `|`. A row `site` names the plant.
final class CsvRegister {
    static final List<String> COLUMNS =
            List.of("kind", "id", "name", "aliases", "line", "class", "model", "serial", "machine");

    private static final List<String> KINDS = List.of("site", "line", "machine", "fault", "part");

    /// The columns that a kind of row fills, beyond kind, id and name.
    private static final Map<String, List<String>> MORE_COLUMNS =
            Map.of(
                    "machine", List.of("aliases", "line", "class", "model", "serial"),
                    "fault", List.of("aliases", "machine"),
                    "part", List.of("aliases", "machine"));

    private final RegisterDraft draft;
    private List<String> columns = List.of();

    private CsvRegister(RegisterDraft draft) {
        this.draft = draft;
    }

    static RegisterDraft read(SourceText source) throws SourceException {
        RegisterDraft draft = new RegisterDraft(source.file());
        new CsvRegister(draft).rows(source);
        return draft;
    }

    private void rows(SourceText source) throws SourceException {
        try (CSVParser parser = CSVParser.parse(source.text(), format(source.text()))) {
            Iterator<CSVRecord> records = parser.iterator();
            int line = 1;
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                if (columns.isEmpty()) {
                    header(cells);
                } else {
                    row(new CsvRow(draft, columns, cells, line));
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException broken) {
            throw brokenQuotes(source, broken);
        }
        if (columns.isEmpty()) {
            draft.problem(
                    1, "", "the header is missing", "begin with " + String.join(",", COLUMNS));
        }
    }

    private void header(CSVRecord cells) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(name)) {
                String nearest = Nearest.of(name, COLUMNS).orElseThrow();
                draft.problem(
                        1,
                        cell.strip(),
                        "there is no such column",
                        "did you mean \"" + nearest + "\"? If not, delete it");
            } else if (names.contains(name)) {
                draft.problem(1, name, "the column stands twice", "keep one of them");
            }
            names.add(name);
        }
        for (String needed : List.of("kind", "id", "name")) {
            if (!names.contains(needed)) {
                draft.problem(1, needed, "the column is missing", "add it to the header");
            }
        }
        columns = names;
    }

    private void row(CsvRow row) {
        String kind = row.text("kind").toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            String nearest = Nearest.of(kind, KINDS).orElseThrow();
            row.problem(
                    "kind",
                    '"' + kind + "\" is no kind of row",
                    "did you mean \"" + nearest + "\"?");
            return;
        }
        row.refuseCellsBeside(MORE_COLUMNS.getOrDefault(kind, List.of()));
        if (kind.equals("site")) {
            draft.title(row.value("id"), row.value("name"));
        } else {
            draft.add(entry(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), row));
        }
    }

    private static Entry entry(Kind kind, CsvRow row) {
        Value owner =
                switch (kind) {
                    case LINE, MACHINE -> null;
                    case FAULT, PART -> row.value("machine");
                };
        Place place =
                switch (kind) {
                    case LINE, FAULT, PART -> null;
                    case MACHINE ->
                            new Place(
                                    row.value("line"),
                                    row.text("class"),
                                    row.text("model"),
                                    row.text("serial"));
                };
        return new Entry(kind, row.value("id"), row.value("name"), row.aliases(), owner, place);
    }

    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char delimiter = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
    }

    private static SourceException brokenQuotes(SourceText source, Exception broken) {
        String what = "the quotes are broken: " + broken.getMessage();
        return new SourceException(
                new Problem(
                        source.file(), 0, "", what, "close every quote and double those inside"));
    }
}
