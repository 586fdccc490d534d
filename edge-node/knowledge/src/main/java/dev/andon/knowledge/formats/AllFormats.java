package dev.andon.knowledge.formats;

import dev.andon.knowledge.corpus.ManualReaders;
import dev.andon.knowledge.corpus.csv.CsvReader;
import dev.andon.knowledge.corpus.docx.DocxReader;
import dev.andon.knowledge.corpus.html.HtmlReader;
import dev.andon.knowledge.corpus.language.NgramDetector;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.corpus.ocr.Tesseract;
import dev.andon.knowledge.corpus.pdf.PdfReader;
import dev.andon.knowledge.corpus.text.PlainTextReader;

import java.util.List;

/// The readers of all formats.
public final class AllFormats {
    private AllFormats() {}

    /// PDF (scans with Tesseract, where it is installed), Word, HTML, Markdown, CSV fault lists and
    /// plain text; the language told from the text.
    public static ManualReaders readers() {
        return new ManualReaders(
                List.of(
                        new PdfReader(Tesseract.find()),
                        new DocxReader(),
                        new HtmlReader(),
                        new MarkdownReader(),
                        new CsvReader(),
                        new PlainTextReader()),
                new NgramDetector());
    }
}
