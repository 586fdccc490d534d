package dev.andon.node.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A manual of so many pages as a PDF file: a heading and some paragraphs a page, and the page's
/// number. Fonts are the reader's own; nothing is compressed.
final class SyntheticPdf {
    private static final int WORDS_OF_PAGE = 160;
    private static final int WORDS_OF_LINE = 11;
    private static final int FIRST_PAGE = 5;
    private static final int LINE_HEIGHT = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();
    private final SyntheticText text;

    private SyntheticPdf(SyntheticText text) {
        this.text = text;
    }

    static void write(Path file, int pages, SyntheticText text) throws IOException {
        SyntheticPdf pdf = new SyntheticPdf(text);
        pdf.head(pages);
        for (int page = 0; page < pages; page++) {
            pdf.page(page);
        }
        pdf.directory();
        Files.write(file, pdf.bytes.toByteArray());
    }

    private void head(int pages) {
        add("%PDF-1.4\n");
        object("<</Type/Catalog/Pages 2 0 R>>");
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(FIRST_PAGE + 2 * page).append(" 0 R ");
        }
        object("<</Type/Pages/Kids[%s]/Count %d>>".formatted(kids, pages));
        object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>");
    }

    private void page(int page) {
        object(
                """
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R\
                /Resources<</Font<</T 3 0 R/H 4 0 R>>>>>>\
                """
                        .formatted(FIRST_PAGE + 2 * page + 1));
        String drawn = drawn(page);
        object("<</Length %d>>stream\n%s\nendstream".formatted(drawn.length(), drawn));
    }

    private String drawn(int page) {
        StringBuilder drawn = new StringBuilder("BT ");
        show(drawn, "/H 16", 790, (page / 10 + 1) + "." + (page % 10 + 1) + " " + heading());
        String[] words = text.passage(WORDS_OF_PAGE).split(" ");
        int y = 760;
        for (int word = 0; word < words.length; word += WORDS_OF_LINE) {
            int end = Math.min(word + WORDS_OF_LINE, words.length);
            show(drawn, "/T 10", y, String.join(" ", List.of(words).subList(word, end)));
            y -= LINE_HEIGHT;
        }
        show(drawn, "/T 10", 40, String.valueOf(page + 1));
        return drawn.append("ET").toString();
    }

    private String heading() {
        String words = text.passage(3);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void show(StringBuilder drawn, String font, int y, String line) {
        drawn.append("%s Tf 1 0 0 1 60 %d Tm (%s) Tj\n".formatted(font, y, line));
    }

    private void directory() {
        int start = bytes.size();
        add("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
        offsets.forEach(offset -> add("%010d 00000 n \n".formatted(offset)));
        add(
                "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(offsets.size() + 1, start));
    }

    private void object(String body) {
        offsets.add(bytes.size());
        add("%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), body));
    }

    private void add(String part) {
        bytes.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1));
    }
}
