package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DocumentClassifierTest {
    private static final Block PROSE =
            new Paragraph("The hoist raises the plate over the pallet. ".repeat(8), PageRef.NONE);
    private static final Block FAULTS =
            new Table(
                    null,
                    List.of("Code", "Meaning", "Remedy"),
                    List.of(
                            List.of(
                                    "E-42",
                                    "Vacuum low at the cups of the unit",
                                    "Look for leaks")),
                    PageRef.NONE);
    private static final Block VALUES =
            new Table(
                    null,
                    List.of("Property", "Value", "Unit"),
                    List.of(List.of("Stroke", "400", "mm"), List.of("Mass", "4100", "kg")),
                    PageRef.NONE);
    private static final Block STEP =
            new Step("1", "Loosen the nut of the tensioner by one turn.", PageRef.NONE);
    private static final Block DRAWING = new Figure("Figure 1: Hoist", PageRef.NONE);

    @TempDir private Path folder;

    private static DocumentClass of(String title, Block... blocks) {
        return DocumentClassifier.classify(title, List.of(blocks));
    }

    @Test
    void goesByWhatADocumentIsMadeOf() {
        assertThat(of("Hoist", FAULTS)).isEqualTo(DocumentClass.FAULT_LIST);
        assertThat(of("Hoist", VALUES)).isEqualTo(DocumentClass.DATA_SHEET);
        assertThat(of("Hoist", STEP, STEP)).isEqualTo(DocumentClass.PROCEDURE);
        assertThat(of("Hoist", DRAWING, STEP)).isEqualTo(DocumentClass.DRAWING);
        assertThat(of("Hoist", PROSE, STEP, VALUES)).isEqualTo(DocumentClass.MANUAL);
        assertThat(of("Hoist")).isEqualTo(DocumentClass.MANUAL);
    }

    @Test
    void needsLessWhereTheTitleSaysIt() {
        assertThat(of("Work instruction: chain", PROSE, STEP, STEP, STEP, STEP, STEP))
                .isEqualTo(DocumentClass.PROCEDURE);
        assertThat(of("Chain", PROSE, STEP, STEP, STEP, STEP, STEP))
                .isEqualTo(DocumentClass.MANUAL);
        assertThat(of("Work instruction: chain", PROSE)).isEqualTo(DocumentClass.MANUAL);
    }

    @Test
    void aDeclarationWins() throws IOException {
        Path file = folder.resolve("hoist.md");
        Files.writeString(file, "# Hoist\n\n1. Loosen the nut.\n2. Lift it.\n");
        ManualReaders readers = new ManualReaders(List.of(new MarkdownReader()));
        assertThat(readers.read(file, DeclaredManual.NOTHING).manual().documentClass())
                .isEqualTo(DocumentClass.PROCEDURE);
        Files.writeString(Sidecar.of(file), "class: manual\n");
        assertThat(readers.read(file, DeclaredManual.NOTHING).manual().documentClass())
                .isEqualTo(DocumentClass.MANUAL);
    }

    @Test
    void isNamedAsPeopleWriteIt() {
        assertThat(DocumentClass.named("Fault-list")).contains(DocumentClass.FAULT_LIST);
        assertThat(DocumentClass.named("data sheet")).contains(DocumentClass.DATA_SHEET);
        assertThat(DocumentClass.named("novel")).isEmpty();
    }
}
