package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.List;

class PassageTextTest {
    private static final PageRef PAGE = new PageRef("7", 9);
    private static final Table TORQUES =
            new Table(
                    "Tightening torques",
                    List.of("Thread", "Torque, dry", ""),
                    List.of(List.of("M8", "25 N·m", "a|b\\"), List.of("M10", "", "x")),
                    PAGE);

    @Test
    void writesOneBlockALine() {
        List<Block> blocks =
                List.of(
                        new Notice(Signal.WARNING, "Hot surface.", PAGE),
                        new Paragraph("Proceed as follows:", PAGE),
                        new Step("3.1", "Loosen the screw.", PAGE),
                        new Item("a torque wrench", PAGE),
                        TORQUES);

        assertThat(PassageText.render(blocks))
                .isEqualTo(
                        """
                        WARNING: Hot surface.
                        Proceed as follows:
                        3.1. Loosen the screw.
                        - a torque wrench
                        Table: Tightening torques
                        | Thread | Torque, dry |  |
                        |---|---|---|
                        | M8 | 25 N·m | a\\|b\\\\ |
                        | M10 |  | x |\
                        """);
    }

    @Test
    void escapesRunningTextThatWouldReadAsAnotherBlock() {
        assertThat(PassageText.render(List.of(new Paragraph("3. is a number", PAGE))))
                .isEqualTo("\\3. is a number");
        assertThat(PassageText.render(List.of(new Paragraph("3 bar", PAGE)))).isEqualTo("3 bar");
    }

    @Test
    void quotesARowWithItsHeaders() {
        assertThat(PassageText.rowText(TORQUES, TORQUES.rows().getFirst()))
                .isEqualTo("Thread: M8; Torque, dry: 25 N·m; a|b\\");
        assertThat(PassageText.rowText(TORQUES, TORQUES.rows().getLast()))
                .isEqualTo("Thread: M10; x");
    }

    @Test
    void keepsAHeadingOutOfTheText() {
        assertThatThrownBy(() -> PassageText.render(List.of(new Heading(1, "Torques", PAGE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Torques");
    }

    @Test
    void readsBrokenTablesAsRunningText() {
        assertThat(PassageText.parse("| a | b |\n| c |", PAGE))
                .containsExactly(new Paragraph("| a | b |", PAGE), new Paragraph("| c |", PAGE));
    }

    @Property(tries = 500, seed = "42")
    void parsesBackExactlyWhatItRendered(@ForAll("blocks") List<Block> blocks) {
        assertThat(PassageText.parse(PassageText.render(blocks), PAGE)).isEqualTo(blocks);
    }

    @Property(tries = 300, seed = "42")
    void parsesAnyTextAndStandsStillAfterwards(@ForAll("pieces") List<String> pieces) {
        String once = PassageText.render(PassageText.parse(String.join("\n", pieces), PAGE));

        assertThat(PassageText.render(PassageText.parse(once, PAGE))).isEqualTo(once);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return text().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Block>> blocks() {
        Arbitrary<Block> paragraph = text().map(t -> new Paragraph(t, PAGE));
        Arbitrary<Block> item = text().map(t -> new Item(t, PAGE));
        Arbitrary<Block> step =
                Combinators.combine(Arbitraries.of("1", "12", "3.1", "2.10.3", "a"), text())
                        .as((n, t) -> new Step(n, t, PAGE));
        Arbitrary<Block> notice =
                Combinators.combine(Arbitraries.of(Signal.class), text())
                        .as((s, t) -> new Notice(s, t, PAGE));
        Arbitrary<Block> table = Arbitraries.integers().between(1, 4).flatMap(this::table);
        return Arbitraries.oneOf(paragraph, item, step, notice, table).list().ofMaxSize(8);
    }

    private Arbitrary<Block> table(int columns) {
        Arbitrary<List<String>> row = text().list().ofSize(columns);
        return Combinators.combine(text().injectNull(0.5), row, row.list().ofMaxSize(4))
                .as((caption, header, rows) -> new Table(caption, header, rows, PAGE));
    }

    /// Text that is made of what the format itself uses, so that every escape is met.
    private static Arbitrary<String> text() {
        Arbitrary<String> piece =
                Arbitraries.of(
                        "|",
                        "\\",
                        "- ",
                        "-",
                        "---",
                        "|---|",
                        "Table: ",
                        "3. ",
                        "3.1. ",
                        "a. ",
                        "WARNING: ",
                        "NOTICE:",
                        " ",
                        "\n",
                        "\t",
                        "\u00a0",
                        "word",
                        "é",
                        "25 N·m",
                        "\\|",
                        "| a |",
                        "");
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(5).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().ofMaxLength(12));
    }
}
