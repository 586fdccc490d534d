package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Gives tables the line above them, or numbered below them, that names them.
final class Captions {
    private static final Pattern NUMBERED =
            Pattern.compile("(?:Table|Tableau|Tabelle|Tab\\.)\\s+\\d.*", Pattern.CASE_INSENSITIVE);

    /// In font sizes, from the caption's baseline.
    private static final float DISTANCE_MAX = 2.5f;

    private static final float TOUCH = 0.8f;

    private static final int LENGTH_MAX = 160;

    private Captions() {}

    static List<Element> attach(List<Element> elements) {
        List<Element> attached = new ArrayList<>(elements);
        for (int i = 0; i < attached.size(); i++) {
            if (!(attached.get(i) instanceof Element.Tabular table)) {
                continue;
            }
            if (i > 0
                    && attached.get(i - 1) instanceof Element.Text(var line, _)
                    && isAbove(line, table.area(), startsApart(attached, i - 1))) {
                attached.set(i, captioned(table, line));
                attached.remove(--i);
            } else if (i + 1 < attached.size()
                    && attached.get(i + 1) instanceof Element.Text(var line, _)
                    && NUMBERED.matcher(line.text()).matches()
                    && line.top() - table.area().bottom() < DISTANCE_MAX * line.size()) {
                attached.set(i, captioned(table, line));
                attached.remove(i + 1);
            }
        }
        return attached;
    }

    private static boolean startsApart(List<Element> elements, int index) {
        return index == 0
                || !(elements.get(index - 1) instanceof Element.Text(var before, _))
                || elements.get(index).top() - before.baseline() > TOUCH * before.size();
    }

    /// A numbered line, an italic one, or one that stands closer to the table than to the text
    /// above and is no sentence.
    private static boolean isAbove(Line line, Area table, boolean apart) {
        boolean touches = apart && table.top() - line.baseline() < TOUCH * line.size();
        boolean sentence = line.text().matches(".*[.:;,]");
        return (NUMBERED.matcher(line.text()).matches() || line.italic() || touches && !sentence)
                && line.text().length() <= LENGTH_MAX
                && table.top() - line.baseline() < DISTANCE_MAX * line.size();
    }

    private static Element captioned(Element.Tabular tabular, Line caption) {
        Table table = tabular.table();
        Table named = new Table(caption.text(), table.header(), table.rows(), table.page());
        return new Element.Tabular(named, tabular.area(), tabular.headed());
    }
}
