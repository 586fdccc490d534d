package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.measure.Measure;

import java.util.Arrays;
import java.util.List;

/// Writes blocks and facts shortly.
final class Facts {
    static final PageRef PAGE = new PageRef("7", 9);

    private Facts() {}

    static Table table(String caption, String... lines) {
        List<List<String>> rows = Arrays.stream(lines).map(Facts::cells).toList();
        return new Table(caption, rows.getFirst(), rows.subList(1, rows.size()), PAGE);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    static <T extends Fact> List<T> of(Class<T> kind, String heading, Block... blocks) {
        return FactExtractor.facts(List.of(heading), List.of(blocks)).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// `M8 [dry, minimum] torque: AT_LEAST 22 N.m`.
    static String said(Fact.Value value) {
        Measure measure = value.measure();
        String figures =
                measure.from().equals(measure.to())
                        ? measure.from().toPlainString()
                        : measure.from().toPlainString() + ".." + measure.to().toPlainString();
        return "%s %s %s: %s %s %s"
                .formatted(
                        value.subject(),
                        value.conditions(),
                        value.quantity(),
                        measure.relation(),
                        figures,
                        measure.unit())
                .replaceAll(" +", " ")
                .replace(" :", ":")
                .strip();
    }

    static List<String> values(String heading, Block... blocks) {
        return of(Fact.Value.class, heading, blocks).stream().map(Facts::said).toList();
    }
}
