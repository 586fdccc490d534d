package dev.andon.knowledge.corpus.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

class MarkdownReaderTest {
    private static final PageRef SEVEN = new PageRef("7", 1);
    private static final PageRef EIGHT = new PageRef("8", 2);

    @TempDir Path folder;

    @Test
    void readsEveryKindOfBlockWithItsPage() throws IOException {
        assertThat(
                        blocks(
                                """
                                <!-- page: 7 -->
                                # Press

                                Running *text* with `code`
                                on two lines and ![a picture](p.png) a [link](x.md).

                                1. Stop the press.
                                2. Lock it:
                                   1. Turn **Q1** off.
                                   2. Lock it.

                                   > WARNING: Stored pressure.
                                   >
                                   > Wait 10 minutes.
                                3. Wait.

                                - a wrench
                                - Note: bring two.
                                <!-- page: 8 -->
                                Attention : chaud.

                                Table: Torques

                                | Thread | Torque |
                                |--------|-------:|
                                | M8     | 25 N·m |
                                | M10 \\| M12 |

                                ```
                                G28 X0
                                G0 Y1
                                ```
                                """))
                .containsExactly(
                        new Heading(1, "Press", SEVEN),
                        new Paragraph("Running text with code on two lines and a link.", SEVEN),
                        new Step("1", "Stop the press.", SEVEN),
                        new Step("2", "Lock it:", SEVEN),
                        new Step("2.1", "Turn Q1 off.", SEVEN),
                        new Step("2.2", "Lock it.", SEVEN),
                        new Notice(Signal.WARNING, "Stored pressure. Wait 10 minutes.", SEVEN),
                        new Step("3", "Wait.", SEVEN),
                        new Item("a wrench", SEVEN),
                        new Notice(Signal.NOTICE, "bring two.", SEVEN),
                        new Notice(Signal.CAUTION, "chaud.", EIGHT),
                        new Table(
                                "Torques",
                                List.of("Thread", "Torque"),
                                List.of(List.of("M8", "25 N·m"), List.of("M10 | M12", "")),
                                EIGHT),
                        new Paragraph("G28 X0", EIGHT),
                        new Paragraph("G0 Y1", EIGHT));
    }

    @Test
    void takesWhatTheFrontMatterSays() throws IOException {
        assertThat(
                        read("""
                        ---
                        id: px200
                        title: "Service: manual"
                        revision: 2.10
                        language: en
                        models:
                          - PX-200
                          - PX-220
                        date: 2025-03-01
                        author: somebody
                        ---
                        Text.
                        """)
                                .manual())
                .isEqualTo(
                        new Manual(
                                "px200",
                                "Service: manual",
                                "2.10",
                                "en",
                                List.of("PX-200", "PX-220"),
                                LocalDate.of(2025, 3, 1)));
    }

    @Test
    void aTableWithoutRowsOrWithoutAnEndIsRead() throws IOException {
        assertThat(blocks("| a | b |\n|---|---|"))
                .containsExactly(new Table(null, List.of("a", "b"), List.of(), PageRef.NONE));
        assertThat(blocks("| a | b\n|---\n| 1"))
                .containsExactly(new Paragraph("| a | b |--- | 1", PageRef.NONE));
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xfe, 0x41}, "not-text");
        assertRefused(new byte[] {0x41, 0, 0x42}, "not-text");
        assertRefused("<!-- page: 1 -->".getBytes(UTF_8), "no-text");
        assertRefused("x".repeat(10_000_000).getBytes(UTF_8), "line-too-long");
        assertRefused(
                ("*a ".repeat(30_000) + "\n" + "b*".repeat(30_000)).getBytes(UTF_8), "too-nested");
        assertRefused((">".repeat(5000) + " x").getBytes(UTF_8), "too-nested");
        assertRefused("---\nid: [\n---\nText.".getBytes(UTF_8), "yaml-broken");
    }

    private void assertRefused(byte[] bytes, String code) throws IOException {
        Path file = Files.write(folder.resolve("bad.md"), bytes);

        assertThatThrownBy(() -> new MarkdownReader().read(file, DeclaredManual.NOTHING))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("bad.md")
                .extracting("code")
                .isEqualTo(code);
    }

    private List<Block> blocks(String text) throws IOException {
        return read(text).blocks();
    }

    private ManualContent read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("m.md"), text);
        return new MarkdownReader().read(file, DeclaredManual.NOTHING);
    }
}
