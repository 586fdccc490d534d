package dev.andon.knowledge.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.measure.Measures.Found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.stream.Collectors;

class MeasuresTest {
    @ParameterizedTest
    @CsvFileSource(
            resources = "/dev/andon/knowledge/measure/measures.tsv",
            delimiter = '\t',
            quoteCharacter = '\u0001',
            emptyValue = "")
    void finds(String text, String measures) {
        String found =
                Measures.in(text).stream()
                        .map(MeasuresTest::brief)
                        .collect(Collectors.joining("; "));

        assertThat(found).isEqualTo(measures == null ? "" : measures);
    }

    @Test
    void saysWhereAMeasureStands() {
        String text = "Tighten to at least 45 N·m, M8.";

        assertThat(Measures.in(text)).extracting(Found::written).containsExactly("at least 45 N·m");
        assertThat(Measures.in(text))
                .allMatch(f -> text.substring(f.start(), f.end()).equals(f.written()));
    }

    private static String brief(Found found) {
        Measure m = found.measure();
        String from = m.from().toPlainString();
        String figure =
                switch (m.relation()) {
                    case EXACTLY -> from;
                    case ABOUT -> "~" + from;
                    case AT_LEAST -> ">=" + from;
                    case AT_MOST -> "<=" + from;
                    case MORE_THAN -> ">" + from;
                    case LESS_THAN -> "<" + from;
                    case RANGE -> from + ".." + m.to().toPlainString();
                    case TOLERANCE -> from + "+-" + m.to().toPlainString();
                };
        return m.unit().isEmpty() ? figure : figure + " " + m.unit();
    }
}
