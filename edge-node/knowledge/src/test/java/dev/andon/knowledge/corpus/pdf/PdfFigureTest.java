package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class PdfFigureTest {
    private static final PageRef P1 = new PageRef(null, 1);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Figure 3: The pump from behind",
                "Fig. 4",
                "Fig. 4-2 \u2013 Lubrication points",
                "Abb. 12: Schmierstellen der Presse",
                "Abbildung 7 Die Pumpe von hinten",
                "Figure 3 : Vue de la pompe",
                "Sch\u00e9ma A1 : Circuit d'huile"
            })
    void knowsACaption(String caption) throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.box(100, 100, 300, 200).text(60, 320, caption);

            assertThat(blocks(draft)).containsExactly(new Figure(caption, P1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Figure 3 shows the pump from behind.",
                "Abbildung 7 zeigt die Pumpe.",
                "Figures are not drawn to scale.",
                "Photographs 3: never take any."
            })
    void knowsASentenceAboutAFigure(String sentence) throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.text(60, 320, sentence);

            assertThat(blocks(draft)).containsExactly(new Paragraph(sentence, P1));
        }
    }

    @Test
    void aBoldCaptionIsNoHeadingAndEndsTheTextAboveIt() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.text(60, 100, "The pump stands behind the guard").text(60, 112, "of the press.");
            draft.text(PdfDraft.BOLD, 10, 60, 124, "Figure 1: Pump");

            assertThat(blocks(draft))
                    .containsExactly(
                            new Paragraph("The pump stands behind the guard of the press.", P1),
                            new Figure("Figure 1: Pump", P1));
        }
    }

    private List<Block> blocks(PdfDraft draft) throws IOException {
        Path file = draft.save(folder.resolve("manual.pdf"));
        return new PdfReader().read(file, DeclaredManual.NOTHING).blocks();
    }
}
