package dev.andon.knowledge.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PlainTextReaderTest {
    @TempDir Path folder;

    @Test
    void knowsHeadingsByTheirUnderlineNumberOrCapitals() {
        assertThat(
                        blocks(
                                """
                                PRESS PX-200

                                Nozzle
                                ------
                                Text below.

                                2.1 Changing the filter

                                3. Torques

                                M8 BOLTS ARE TIGHTENED TWICE.
                                """))
                .containsExactly(
                        heading(1, "PRESS PX-200"),
                        heading(2, "Nozzle"),
                        paragraph("Text below."),
                        heading(2, "2.1 Changing the filter"),
                        heading(1, "3. Torques"),
                        paragraph("M8 BOLTS ARE TIGHTENED TWICE."));
    }

    @Test
    void readsStepsAndItems() {
        assertThat(
                        blocks(
                                """
                                1. Close the valve

                                2. Unscrew the bowl with the
                                   wrench.
                                   a) Turn left.
                                   b) Catch the oil.

                                3. Fit the filter

                                Step 4: Open the valve.

                                - one item
                                * another
                                  that goes on

                                The bowl holds at most
                                4. 5 litres would overflow.
                                """))
                .containsExactly(
                        step("1", "Close the valve"),
                        step("2", "Unscrew the bowl with the wrench."),
                        step("2.a", "Turn left."),
                        step("2.b", "Catch the oil."),
                        step("3", "Fit the filter"),
                        step("4", "Open the valve."),
                        new Item("one item", PageRef.NONE),
                        new Item("another that goes on", PageRef.NONE),
                        paragraph("The bowl holds at most 4. 5 litres would overflow."));
    }

    @Test
    void readsNoticesAndCaptions() {
        assertThat(
                        blocks(
                                """
                                WARNING: Lock out the main switch before
                                you open the guard.

                                VORSICHT
                                Heiße Oberfläche.

                                ATTENTION

                                Ne pas ouvrir.

                                Figure 3: Filter bowl
                                """))
                .containsExactly(
                        new Notice(
                                Signal.WARNING,
                                "Lock out the main switch before you open the guard.",
                                PageRef.NONE),
                        new Notice(Signal.CAUTION, "Heiße Oberfläche.", PageRef.NONE),
                        new Notice(Signal.CAUTION, "Ne pas ouvrir.", PageRef.NONE),
                        new Figure("Figure 3: Filter bowl", PageRef.NONE));
    }

    @Test
    void readsColumnsAsTables() {
        Table torques =
                new Table(
                        "Table 2: Torques",
                        List.of("Thread", "Dry", "Lubricated"),
                        List.of(
                                List.of("M8", "25 N·m", "20 N·m twice"),
                                List.of("M10", "49 N·m", "39 N·m")),
                        PageRef.NONE);
        assertThat(
                        blocks(
                                """
                                Table 2: Torques

                                Thread   Dry       Lubricated
                                M8       25 N·m    20 N·m
                                                   twice
                                M10      49 N·m    39 N·m
                                """))
                .containsExactly(torques);
        assertThat(
                        blocks(
                                """
                                Table 2: Torques

                                | Thread | Dry    | Lubricated   |
                                |--------+--------+--------------|
                                | M8     | 25 N·m | 20 N·m twice |
                                | M10    | 49 N·m | 39 N·m       |
                                """))
                .containsExactly(torques);
        assertThat(blocks("Thread\tDry\tLubricated\nM8\t25\t20\nM10\t49\t39\n"))
                .hasOnlyElementsOfType(Table.class);
        assertThat(blocks("These lines  are text\nand not a table,\nwhatever spaces  it has.\n"))
                .hasOnlyElementsOfType(Paragraph.class);
    }

    @Test
    void beginsAPageAtAFormFeed() {
        assertThat(blocks("One.\n\n- 7 -\n\fTwo.\n\nPage 8 of 9\n\fThree.\n"))
                .containsExactly(
                        new Paragraph("One.", new PageRef("7", 1)),
                        new Paragraph("Two.", new PageRef("8", 2)),
                        new Paragraph("Three.", new PageRef(null, 3)));
    }

    @Test
    void findsTheEncodingOut() {
        String text = "Öl für die Düse — 25 µm.";
        assertThat(read(text.getBytes(Charset.forName("windows-1252"))).blocks())
                .isEqualTo(read(text.getBytes(StandardCharsets.UTF_8)).blocks())
                .isEqualTo(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)).blocks())
                .containsExactly(paragraph(text));
    }

    @Test
    void saysOfItselfWhatItsFirstLinesSay() {
        ManualContent content =
                read(
                        "PRESS PX-200\n\nDocument: PX200-SM  Revision: C\n\nDate: 2025-03-01\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(content.manual().id()).isEqualTo("px200-sm");
        assertThat(content.manual().title()).isEqualTo("PRESS PX-200");
        assertThat(content.manual().revision()).isEqualTo("C");
    }

    @Test
    void refusesWhatIsNoText() {
        assertRefused("\n \n", "no-text");
        assertRefused("a\0b", "not-text");
        assertRefused("x".repeat(200_000), "line-too-long");
    }

    private void assertRefused(String text, String code) {
        assertThatThrownBy(() -> blocks(text))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("m.txt")
                .hasFieldOrPropertyWithValue("code", code);
    }

    private static Heading heading(int level, String text) {
        return new Heading(level, text, PageRef.NONE);
    }

    private static Step step(String number, String text) {
        return new Step(number, text, PageRef.NONE);
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(text, PageRef.NONE);
    }

    private List<Block> blocks(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8)).blocks();
    }

    private ManualContent read(byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("m.txt"), bytes);
            return new PlainTextReader().read(file, DeclaredManual.NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
