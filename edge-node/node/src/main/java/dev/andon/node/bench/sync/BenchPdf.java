package dev.andon.node.bench.sync;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/// A manual with pictures that cannot be packed, and its next revision.
final class BenchPdf {
    private static final long SEED = 20_261_129;
    private static final int PIXELS = 592;
    private static final int LINES = 24;
    private static final int LINE_POINTS = 14;
    private static final float SHOWN = 300;

    private final Random random = new Random(SEED);
    private final PDFont font = new PDType1Font(FontName.HELVETICA);

    private BenchPdf() {}

    /// Writes a manual of about so many MiB: a page has a heading, some lines of text and a picture
    /// of 1 MiB.
    static void write(Path file, int mib) throws IOException {
        BenchPdf pdf = new BenchPdf();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(SEED);
            for (int number = 1; number <= mib; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                pdf.draw(document, page, number);
            }
            document.save(file.toFile());
        }
    }

    /// Writes the next revision: the text of the page in the middle is another, all else is the
    /// same.
    static void revise(Path file, Path next) throws IOException {
        BenchPdf pdf = new BenchPdf();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            int middle = document.getNumberOfPages() / 2;
            PDPage page = document.getPage(middle);
            PDImageXObject picture = picture(page);
            try (PDPageContentStream content =
                    new PDPageContentStream(
                            document, page, PDPageContentStream.AppendMode.OVERWRITE, true)) {
                content.drawImage(picture, 60, 60, SHOWN, SHOWN);
                pdf.text(content, middle + 1);
            }
            document.save(next.toFile());
        }
    }

    private static PDImageXObject picture(PDPage page) throws IOException {
        for (var name : page.getResources().getXObjectNames()) {
            if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
                return picture;
            }
        }
        throw new IOException("the page has no picture");
    }

    private void draw(PDDocument document, PDPage page, int number) throws IOException {
        PDImageXObject picture = LosslessFactory.createFromImage(document, noise());
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(picture, 60, 60, SHOWN, SHOWN);
            text(content, number);
        }
    }

    private void text(PDPageContentStream content, int number) throws IOException {
        content.beginText();
        content.setFont(font, 14);
        content.newLineAtOffset(60, 780);
        content.showText("%d. Section of the %s".formatted(number, word()));
        content.setFont(font, 10);
        for (int line = 0; line < LINES; line++) {
            content.newLineAtOffset(0, -LINE_POINTS);
            content.showText(sentence());
        }
        content.endText();
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder("The ");
        for (int i = 0; i < 10; i++) {
            sentence.append(word()).append(' ');
        }
        return sentence.append("is ").append(10 + random.nextInt(90)).append(" mm.").toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            word.append("bdfglmnprstv".charAt(random.nextInt(12)));
            word.append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private BufferedImage noise() {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < PIXELS; y++) {
            for (int x = 0; x < PIXELS; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }
}
