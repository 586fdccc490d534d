package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.corpus.fact.Fact.Fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads fault tables: a column of codes or of symptoms beside one of causes, remedies or, for
/// codes, meanings.
///
/// A row without a code of its own goes on with the fault above it.
final class FaultTables {
    private static final Pattern DIVIDERS = Pattern.compile("\\s*[;•▪●·]\\s+|\\s+[–-]\\s+");
    private static final Pattern NUMBERED = Pattern.compile("(?:^|\\s)(?:\\(?\\d\\)|\\d\\.)\\s+");
    private static final Pattern BARE_CODE =
            Pattern.compile("\\p{Nd}{1,6}|[\\p{L}\\p{Nd}._/-]{1,12}");

    private static final int CODE_CHARS_MAX = 24;
    private static final Pattern FAULTS = WordList.of("fault.section").anywhere();

    private final Place place;

    FaultTables(Place place) {
        this.place = place;
    }

    /// The columns of a fault table; -1 where it has none.
    ///
    /// @param code of the codes, or of the symptoms where there are no codes
    /// @param coded whether that column holds codes
    record Columns(int code, boolean coded, int meaning, int cause, int remedy) {}

    /// The columns of a table, if it is one of faults. Codes with nothing but meanings can be codes
    /// of anything: something must say that they are of faults.
    ///
    /// @param place where it stands
    static Optional<Columns> columns(Place place, Table table) {
        List<String> header = table.header();
        int cause = Header.CAUSE.column(header);
        int remedy = Header.REMEDY.column(header);
        int code = Header.CODE.column(header);
        int symptom = Header.SYMPTOM.column(header);
        int meaning =
                Stream.of(Header.MEANING.column(header), symptom)
                        .filter(column -> column >= 0 && column != code)
                        .findFirst()
                        .orElse(-1);
        boolean treated = cause >= 0 || remedy >= 0;
        if (code >= 0
                && (treated || meaning >= 0 && ofFaults(place, table, code))
                && holdsCodes(table, code)) {
            return Optional.of(new Columns(code, true, meaning, cause, remedy));
        }
        if (symptom >= 0 && treated) {
            boolean coded = holdsCodes(table, symptom);
            int said = coded ? meaning == symptom ? -1 : meaning : symptom;
            return Optional.of(new Columns(symptom, coded, said, cause, remedy));
        }
        return Optional.empty();
    }

    private static boolean ofFaults(Place place, Table table, int code) {
        String caption = table.caption() == null ? "" : table.caption();
        return place.isAmongFaults()
                || FAULTS.matcher(caption).find()
                || FAULTS.matcher(table.header().get(code)).find();
    }

    private static boolean holdsCodes(Table table, int column) {
        List<String> cells =
                table.rows().stream()
                        .map(row -> row.get(column))
                        .filter(c -> !c.isEmpty())
                        .toList();
        return !cells.isEmpty() && cells.stream().allMatch(FaultTables::isCode);
    }

    private static boolean isCode(String cell) {
        return cell.length() <= CODE_CHARS_MAX && hasCode(cell);
    }

    private static boolean hasCode(String cell) {
        return BARE_CODE.matcher(cell).matches() && cell.chars().anyMatch(Character::isDigit)
                || WrittenCode.in(cell).stream().anyMatch(code -> cell.startsWith(code.written()));
    }

    List<Fault> in(Table table, Columns columns) {
        List<Fault> faults = new ArrayList<>();
        for (List<String> row : table.rows()) {
            Fault fault = fault(table, columns, row);
            boolean goesOn = row.get(columns.code).isEmpty() || sameCode(faults, fault, columns);
            if (!goesOn) {
                faults.add(fault);
            } else if (!faults.isEmpty()) {
                faults.add(joined(faults.removeLast(), fault));
            }
        }
        return faults;
    }

    private static boolean sameCode(List<Fault> faults, Fault fault, Columns columns) {
        if (faults.isEmpty()) {
            return false;
        }
        Fault above = faults.getLast();
        return columns.coded
                ? above.code().equals(fault.code())
                : above.meaning().equals(fault.meaning());
    }

    private Fault fault(Table table, Columns columns, List<String> row) {
        return new Fault(
                columns.coded ? row.get(columns.code) : "",
                cell(row, columns.meaning),
                parts(cell(row, columns.cause)),
                parts(cell(row, columns.remedy)),
                place.span(table.page(), PassageText.rowText(table, row)));
    }

    /// A blank meaning below is that of the row above.
    private static Fault joined(Fault above, Fault below) {
        return new Fault(
                above.code(),
                above.meaning().isEmpty() ? below.meaning() : above.meaning(),
                both(above.causes(), below.causes()),
                both(above.remedies(), below.remedies()),
                new Span(
                        above.span().path(),
                        above.span().page(),
                        above.span().quote() + "\n" + below.span().quote()));
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private static String cell(List<String> row, int column) {
        return column < 0 ? "" : row.get(column);
    }

    /// Several causes in a cell are divided by bullets, numbers, semicolons or full stops.
    static List<String> parts(String cell) {
        Pattern dividers =
                NUMBERED.matcher(cell).find() && NUMBERED.matcher(cell).lookingAt()
                        ? NUMBERED
                        : DIVIDERS;
        return Stream.of(dividers.split(cell))
                .flatMap(part -> Sentences.of(part).stream())
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
