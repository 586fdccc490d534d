package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.PageRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds tables whose rows are separated by horizontal rules alone: what stands between two rules
/// of the same width is a band, and bands that share free columns are a table.
///
/// Each band is a row, however its lines are set; a table of one or two bands (rules only above,
/// below the header and at the end) has its rows by [AlignedTable]. Lines in several parts directly
/// above the first rule are the header.
final class BandTables {
    /// Rules of one table begin and end within this of each other, in points.
    private static final float SAME_EDGE = 3;

    /// A header's last line stands at most this many font sizes above the first rule.
    private static final float HEADER_MAX = 1.8f;

    private final PageRef ref;
    private final List<Rule> rules;

    /// @param rules loose horizontal ones, from the top
    BandTables(PageRef ref, List<Rule> rules) {
        this.ref = ref;
        this.rules = rules;
    }

    /// The tables in words; the words stay where they are.
    List<Element.Tabular> in(List<Word> words) {
        List<Element.Tabular> tables = new ArrayList<>();
        List<Rule> left = new ArrayList<>(rules);
        while (!left.isEmpty()) {
            Rule first = left.removeFirst();
            List<Rule> group = new ArrayList<>(List.of(first));
            left.removeIf(rule -> sameWidth(first, rule) && group.add(rule));
            if (group.size() > 1) {
                tables.addAll(tables(group, words));
            }
        }
        return tables;
    }

    private static boolean sameWidth(Rule a, Rule b) {
        return Math.abs(a.from() - b.from()) < SAME_EDGE && Math.abs(a.to() - b.to()) < SAME_EDGE;
    }

    /// The longest runs of bands with common columns.
    private List<Element.Tabular> tables(List<Rule> group, List<Word> words) {
        List<Element.Tabular> tables = new ArrayList<>();
        for (int from = 0; from + 1 < group.size(); ) {
            int to = from;
            while (to + 1 < group.size() && isTable(group.subList(from, to + 2), words)) {
                to++;
            }
            if (to > from) {
                table(group.subList(from, to + 1), words).ifPresent(tables::add);
            }
            from = Math.max(to, from + 1);
        }
        return tables;
    }

    private static boolean isTable(List<Rule> bands, List<Word> words) {
        List<Line> last = Line.of(inside(band(bands, bands.size() - 2), words));
        List<Line> all = Line.of(inside(area(bands), words));
        return !last.isEmpty()
                && AlignedTable.columns(last).size() > 1
                && AlignedTable.columns(all).size() > 1;
    }

    private Optional<Element.Tabular> table(List<Rule> group, List<Word> words) {
        List<List<Line>> bands = new ArrayList<>();
        List<Line> header = header(group, words);
        if (!header.isEmpty()) {
            bands.add(header);
        }
        for (int i = 0; i + 1 < group.size(); i++) {
            bands.add(Line.of(inside(band(group, i), words)));
        }
        List<Line> all = bands.stream().flatMap(List::stream).toList();
        List<Float> columns = AlignedTable.columns(all);
        if (bands.size() < 2 || columns.size() < 2) {
            return Optional.empty();
        }
        List<List<Line>> rows = new ArrayList<>(bands);
        if (bands.size() == 2) {
            rows = new ArrayList<>(bands.subList(0, 1));
            rows.addAll(AlignedTable.rows(bands.getLast(), columns));
        }
        Area area = area(group);
        float top = header.isEmpty() ? area.top() : header.getFirst().top();
        Area whole = new Area(area.left(), top, area.right(), area.bottom());
        return Optional.ofNullable(TableShape.table(AlignedTable.cells(rows, columns), whole, ref))
                .filter(table -> !table.table().rows().isEmpty());
    }

    private static List<Line> header(List<Rule> group, List<Word> words) {
        Rule first = group.getFirst();
        List<Line> above =
                Line.of(inside(new Area(first.from(), 0, first.to(), first.at()), words));
        List<Line> header = new ArrayList<>();
        float edge = first.at();
        for (Line line : above.reversed()) {
            boolean near = edge - line.baseline() < HEADER_MAX * line.size();
            if (!near || line.segments().size() < 2) {
                break;
            }
            header.addFirst(line);
            edge = line.baseline() - line.size() * 0.5f;
        }
        return header;
    }

    private static Area area(List<Rule> group) {
        return band(group.getFirst(), group.getLast());
    }

    private static Area band(List<Rule> group, int index) {
        return band(group.get(index), group.get(index + 1));
    }

    private static Area band(Rule above, Rule below) {
        return new Area(above.from() - SAME_EDGE, above.at(), above.to() + SAME_EDGE, below.at());
    }

    private static List<Word> inside(Area area, List<Word> words) {
        return words.stream().filter(area::contains).toList();
    }
}
