package dev.andon.knowledge.corpus.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.fact.Fact.Value;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What holds for every fact, whatever the manual.
class FactPropertiesTest {
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,]\\p{Nd}+)?");
    private static final int TABLES = 300;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"px200-b.md", "px200-c.md", "cv50-a.md", "site-rules.md"})
    void everyWrittenFigureStandsInItsQuote(String name) throws IOException {
        List<Value> values = values(name);
        assertThat(values)
                .allSatisfy(
                        value ->
                                assertThat(figures(value.span().quote()))
                                        .containsAll(figures(value.written())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"px200-b.md", "px200-c.md", "cv50-a.md", "site-rules.md"})
    void everyQuoteStandsInItsManual(String name) throws IOException {
        for (Chunk chunk : chunks(name)) {
            String text = PassageText.render(chunk.blocks());
            for (Fact fact : FactExtractor.facts(chunk.path(), chunk.blocks())) {
                assertThat(fact.span().quote().split("; |: |\n")).allMatch(text::contains);
                assertThat(fact.span().path()).isEqualTo(chunk.path());
            }
        }
    }

    @Test
    void everyFigureOfATableIsInTheFactsOfItsRowAlone() {
        Random random = new Random(42);
        for (int i = 0; i < TABLES; i++) {
            Table table = table(random);
            List<Value> values = Facts.of(Value.class, "Torques", table);
            for (List<String> row : table.rows()) {
                String quote = PassageText.rowText(table, row);
                List<Value> ofRow =
                        values.stream().filter(v -> v.span().quote().equals(quote)).toList();
                assertThat(ofRow).isNotEmpty().allMatch(v -> v.subject().equals(row.getFirst()));
                for (String cell : row.subList(2, row.size())) {
                    assertThat(ofRow).anyMatch(v -> figures(v.written()).contains(cell));
                    assertThat(values)
                            .filteredOn(v -> figures(v.written()).contains(cell))
                            .allMatch(ofRow::contains);
                }
            }
        }
    }

    /// Rows and columns of figures none of which occurs twice.
    private static Table table(Random random) {
        int columns = 1 + random.nextInt(4);
        List<String> header = new ArrayList<>(List.of("Joint", "Condition"));
        for (int column = 0; column < columns; column++) {
            header.add("Model " + (char) ('A' + column) + " (N·m)");
        }
        List<List<String>> rows = new ArrayList<>();
        int figure = 10 + random.nextInt(20);
        for (int row = 0; row < 1 + random.nextInt(6); row++) {
            List<String> cells = new ArrayList<>(List.of("Joint " + (char) ('A' + row)));
            cells.add(random.nextBoolean() ? "dry" : "lubricated");
            for (int column = 0; column < columns; column++) {
                figure += 1 + random.nextInt(9);
                cells.add(figure + (random.nextBoolean() ? ".5" : ""));
            }
            rows.add(cells);
        }
        return new Table("", header, rows, new PageRef("3", 5));
    }

    private List<Value> values(String name) throws IOException {
        return chunks(name).stream()
                .flatMap(chunk -> FactExtractor.facts(chunk.path(), chunk.blocks()).stream())
                .filter(Value.class::isInstance)
                .map(Value.class::cast)
                .toList();
    }

    private List<Chunk> chunks(String name) throws IOException {
        Path file = folder.resolve(name);
        String resource = "/dev/andon/knowledge/retrieval/manuals/" + name;
        try (InputStream in = FactPropertiesTest.class.getResourceAsStream(resource)) {
            Files.copy(in, file);
        }
        return new Chunker().chunk(new MarkdownReader().read(file, DeclaredManual.NOTHING));
    }

    private static List<String> figures(String text) {
        return FIGURE.matcher(text).results().map(MatchResult::group).toList();
    }
}
