package dev.andon.knowledge.corpus.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CsvReaderTest {
    private static final Table FAULTS =
            new Table(
                    null,
                    List.of("Code", "Störung", "Ursache", "Abhilfe"),
                    List.of(
                            List.of("E-42", "Kein Öl", "Pumpe, Filter; Ventil", "Öl auffüllen"),
                            List.of("E-43", "Kein Druck", "", "0,5 bar prüfen")),
                    PageRef.NONE);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheDelimiterOut(String delimiter) {
        assertThat(blocks(faults(delimiter))).containsExactly(FAULTS);
    }

    @Test
    void findsTheEncodingOut() {
        String text = faults(";");
        assertThat(read(text.getBytes(Charset.forName("windows-1252"))).blocks())
                .isEqualTo(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).blocks())
                .isEqualTo(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).blocks())
                .containsExactly(FAULTS);
    }

    private static String faults(String delimiter) {
        return """
        Code@Störung@Ursache@Abhilfe
        E-42@Kein Öl@"Pumpe, Filter; Ventil"@Öl auffüllen

        E-43@Kein Druck@@"0,5 bar prüfen"
        """
                .replace("@", delimiter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Code;Meaning;Cause;Remedy",
                "Fault code;Description;Possible cause;Corrective action",
                "N°;Défaut;Cause;Remède",
                "Code défaut;Signification;Causes possibles;Action corrective",
                "Fehlernummer;Bedeutung;Mögliche Ursache;Maßnahmen",
                "Alarm-Nr.;Meldung;Ursachen;Behebung",
            })
    void findsTheHeaderBelowATitle(String header) {
        String text =
                "Faults of the press;;;\nRevision;C;;\nApplies to:;PX-200;;\n"
                        + header
                        + "\n1;2;3;4\n";
        ManualContent content = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(content.blocks())
                .containsExactly(
                        new Heading(1, "Faults of the press", PageRef.NONE),
                        new Paragraph("Revision: C", PageRef.NONE),
                        new Paragraph("Applies to: PX-200", PageRef.NONE),
                        new Table(
                                null,
                                List.of(header.split(";")),
                                List.of(List.of("1", "2", "3", "4")),
                                PageRef.NONE));
        assertThat(content.manual().title()).isEqualTo("Faults of the press");
        assertThat(content.manual().revision()).isEqualTo("C");
        assertThat(content.manual().models()).containsExactly("PX-200");
    }

    @Test
    void readsOtherTablesByTheirFirstRowAndCellsOfSeveralLines() {
        assertThat(blocks("sep=;\nThread;Torque\nM8;\"25 N·m\ndry\"\n"))
                .containsExactly(
                        new Table(
                                null,
                                List.of("Thread", "Torque"),
                                List.of(List.of("M8", "25 N·m dry")),
                                PageRef.NONE));
    }

    @Test
    void isCutBetweenRowsWithItsHeader() {
        StringBuilder text = new StringBuilder("Code;Cause\n");
        for (int i = 0; i < 500; i++) {
            text.append("E-%d;The sensor number %d gives no signal\n".formatted(i, i));
        }
        List<Chunk> chunks =
                new Chunker().chunk(read(text.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(chunks).hasSizeGreaterThan(20);
        assertThat(chunks)
                .allMatch(
                        chunk ->
                                ((Table) chunk.blocks().getFirst())
                                        .header()
                                        .equals(List.of("Code", "Cause")));
    }

    @Test
    void namesBrokenRowsByTheirLines() {
        assertRefused("Code;Cause\nE1;a\nE2;b;c\nE3\n\nE4;\"x\ny\"\nE5;;;7\n", "csv-broken")
                .hasMessageContaining("line 3 has 3, line 4 has 1, line 8 has 4:");
        assertRefused("Code;Cause\nE1;a\nE2;\"never closed\nE3;b\n", "csv-broken")
                .hasMessageContaining("line 3:");
        assertRefused("Code;Cause\n", "no-text");
        assertRefused("PK\u0003\u0004\0\0", "not-text");
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(
            String text, String code) {
        return assertThatThrownBy(() -> blocks(text))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("m.csv")
                .hasFieldOrPropertyWithValue("code", code);
    }

    private List<Block> blocks(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8)).blocks();
    }

    private ManualContent read(byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("m.csv"), bytes);
            return new CsvReader().read(file, DeclaredManual.NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
