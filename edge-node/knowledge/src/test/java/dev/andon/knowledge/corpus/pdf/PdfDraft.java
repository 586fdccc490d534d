package dev.andon.knowledge.corpus.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Draws a manual for tests. Heights are from the upper edge of an A4 page, in points.
final class PdfDraft implements AutoCloseable {
    static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    static final float LEFT = 60;

    final PDDocument document = new PDDocument();
    private PDPage page = new PDPage();
    private PDPageContentStream content;

    PdfDraft() throws IOException {
        content = new PDPageContentStream(document, page);
        page();
    }

    /// Begins a page; the first one is there already.
    PdfDraft page() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        return this;
    }

    /// Turns the page as shown.
    PdfDraft rotation(int degrees) {
        page.setRotation(degrees);
        return this;
    }

    PdfDraft text(float x, float top, String text) throws IOException {
        return text(PLAIN, 10, x, top, text);
    }

    PdfDraft text(PDFont font, float size, float x, float top, String text) throws IOException {
        return text(font, size, Matrix.getTranslateInstance(x, height() - top), text);
    }

    PdfDraft text(PDFont font, float size, Matrix place, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setTextMatrix(place);
        content.showText(text);
        content.endText();
        return this;
    }

    /// Lines below each other.
    PdfDraft lines(float x, float top, String... lines) throws IOException {
        for (int i = 0; i < lines.length; i++) {
            text(x, top + i * 12, lines[i]);
        }
        return this;
    }

    PdfDraft rule(float x1, float top1, float x2, float top2) throws IOException {
        content.moveTo(x1, height() - top1);
        content.lineTo(x2, height() - top2);
        content.stroke();
        return this;
    }

    PdfDraft box(float x, float top, float width, float height) throws IOException {
        content.addRect(x, height() - top - height, width, height);
        content.stroke();
        return this;
    }

    /// A table with rules around every cell; a cell's lines are separated by `|`.
    PdfDraft grid(float top, float[] xs, float rowHeight, List<List<String>> rows)
            throws IOException {
        for (int row = 0; row <= rows.size(); row++) {
            rule(xs[0], top + row * rowHeight, xs[xs.length - 1], top + row * rowHeight);
        }
        for (float x : xs) {
            rule(x, top, x, top + rows.size() * rowHeight);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String[] lines = rows.get(row).get(column).split("\\|");
                for (int line = 0; line < lines.length; line++) {
                    text(
                            row == 0 ? BOLD : PLAIN,
                            10,
                            xs[column] + 4,
                            top + row * rowHeight + 13 + line * 12,
                            lines[line]);
                }
            }
        }
        return this;
    }

    /// A bookmark to the page that is being drawn, below the last one of the level above.
    PdfDraft bookmark(int level, String title, float top) {
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline == null) {
            outline = new PDDocumentOutline();
            document.getDocumentCatalog().setDocumentOutline(outline);
        }
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setTop((int) (height() - top));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        if (level == 1) {
            outline.addLast(item);
        } else {
            outline.getLastChild().addLast(item);
        }
        return this;
    }

    private float height() {
        return page.getMediaBox().getHeight();
    }

    Path save(Path file) throws IOException {
        content.close();
        document.save(file.toFile());
        return file;
    }

    @Override
    public void close() throws IOException {
        content.close();
        document.close();
    }
}
