package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.PageRef;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// Hebrew and Arabic. `OIL` is shemen, `PRESSURE` lachats.
class RightToLeftTest {
    private static final String OIL = "\u05e9\u05de\u05df";
    private static final String PRESSURE = "\u05dc\u05d7\u05e5";
    private static final PageRef P1 = new PageRef(null, 1);

    @TempDir Path folder;

    @Test
    void readsGlyphsThatWereDrawnFromLeftToRight() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            String drawn = reversed(OIL + " " + PRESSURE);
            draft.text(hebrew(draft.document), 12, 60, 100, drawn);

            assertThat(blocks(draft)).containsExactly(new Paragraph(OIL + " " + PRESSURE, P1));
        }
    }

    @Test
    void readsGlyphsThatWereDrawnFromRightToLeft() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            PDFont font = hebrew(draft.document);
            float right = 300;
            for (String letter : OIL.split("")) {
                right -= font.getStringWidth(letter) / 1000 * 12;
                draft.text(font, 12, right, 100, letter);
            }

            assertThat(blocks(draft)).containsExactly(new Paragraph(OIL, P1));
        }
    }

    @Test
    void keepsNumbersAndCodesAsTheyAre() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            String drawn = "HP-63 " + reversed(OIL) + " 250 " + reversed(PRESSURE);
            draft.text(hebrew(draft.document), 12, 60, 100, drawn);

            assertThat(blocks(draft))
                    .containsExactly(new Paragraph(PRESSURE + " 250 " + OIL + " HP-63", P1));
        }
    }

    @Test
    void keepsAHebrewNameInsideAnEnglishLine() {
        assertThat(RightToLeft.line(List.of("The", PRESSURE, OIL, "is", "high")))
                .containsExactly("The", OIL, PRESSURE, "is", "high");
    }

    @Test
    void takesTheShapesOfArabicLettersForTheLetters() {
        // zayt (oil) as it is drawn from left to right: final teh, medial yeh, initial zain
        WordBuilder words = new WordBuilder();
        List<String> shapes = List.of("\ufe96", "\ufef4", "\ufeaf");
        for (int i = 0; i < shapes.size(); i++) {
            words.add(glyph(Glyphs.normalised(shapes.get(i)), 100 + i * 5));
        }

        assertThat(words.words()).extracting(Word::text).containsExactly("\u0632\u064a\u062a");
    }

    private static Word glyph(String text, float left) {
        return new Word(text, left, left + 5, 100, 10, new Word.Face(false, false, false));
    }

    /// The one Hebrew font that PDFBox brings.
    private static PDFont hebrew(PDDocument document) throws IOException {
        String name = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (InputStream font = PDDocument.class.getResourceAsStream(name)) {
            return PDType0Font.load(document, font);
        }
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private List<Block> blocks(PdfDraft draft) throws IOException {
        Path file = draft.save(folder.resolve("manual.pdf"));
        return new PdfReader().read(file, DeclaredManual.NOTHING).blocks();
    }
}
