package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.fact.Fact.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the values that the sentences of a table state: "Set P1 to 6 bar" in a column of remedies.
///
/// Each holds under its row's code, or under what stands first in its row.
final class TextCells {
    private static final int WORDS_MIN = 3;

    private final SentenceValues sentences;

    TextCells(Place place) {
        this.sentences = new SentenceValues(place);
    }

    List<Value> in(Table table, Optional<FaultTables.Columns> faults) {
        List<Value> values = new ArrayList<>();
        for (List<String> row : table.rows()) {
            int first = faults.map(FaultTables.Columns::code).orElse(0);
            String key = Header.named(table.header().get(first), row.get(first));
            for (int column = 1; column < row.size(); column++) {
                String cell = row.get(column);
                if (!row.get(first).isEmpty() && isText(cell)) {
                    values.addAll(
                            sentences.in(
                                    new Statement(
                                            cell,
                                            table.page(),
                                            PassageText.rowText(table, row),
                                            "",
                                            List.of(key))));
                }
            }
        }
        return values;
    }

    private static boolean isText(String cell) {
        return !Figures.isFigure(cell) && cell.split("\\s+").length >= WORDS_MIN;
    }
}
