package dev.andon.knowledge.corpus.docx;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReader;
import dev.andon.knowledge.corpus.TitlePage;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads Word documents: headings by their styles or outline levels, lists with the numbers that
/// Word shows, tables with merged cells, captions, notices and text boxes.
///
/// A Word document has no pages until it is shown. Word stores where pages began when it showed the
/// document last; blocks stand on these pages if they are as many as Word counted, otherwise on
/// [dev.andon.knowledge.corpus.PageRef#NONE]: a wrong page is worse than none. Printed page numbers
/// are never known. Memory holds one paragraph or table at a time, besides the blocks.
public final class DocxReader implements ManualReader {
    /// See [ManualReader#version].
    public static final int VERSION = 1;

    /// At this depth of the text's part stand its paragraphs and tables.
    private static final int BODY_DEPTH = 2;

    @Override
    public int version() {
        return VERSION;
    }

    /// Word's older files are read too, that is refused by name: they would be missing in silence.
    @Override
    public Set<String> endings() {
        return Set.of(".docx", ".docm", ".doc");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /// @throws StageException `corpus`: `docx-old`, `docx-encrypted`, `docx-broken`, `docx-bomb`,
    ///     `too-nested`, `no-text`
    @Override
    public ManualContent read(Path file, DeclaredManual declared) {
        if (name(file).endsWith(".doc")) {
            throw WordFile.old(file);
        }
        try (WordFile word = WordFile.open(file)) {
            BodyWalk walk = walk(word);
            List<Block> blocks = walk.blocks();
            if (blocks.isEmpty()) {
                throw new StageException(
                        Stage.CORPUS,
                        "no-text",
                        file + " has no text: if it holds pictures of pages, give them as a PDF.");
            }
            DeclaredManual said = TitlePage.of(blocks).orElse(Properties.of(word, walk.title()));
            return new ManualContent(declared.orElse(said).named(file), blocks);
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException e) {
            throw WordFile.failure(file, e);
        }
    }

    private static BodyWalk walk(WordFile word) throws IOException, OpenXML4JException {
        Integer counted = Properties.pages(word);
        if (counted != null && counted > 1) {
            BodyWalk paged = walk(word, true);
            if (counted == paged.pages()) {
                return paged;
            }
        }
        return walk(word, false);
    }

    private static BodyWalk walk(WordFile word, boolean paged)
            throws IOException, OpenXML4JException {
        Styles styles = new Styles(word.part("/styles"));
        Numbering numbering = new Numbering(word.part("/numbering"), styles);
        Notes notes = new Notes(word.part("/footnotes"), word.part("/endnotes"));
        BodyWalk walk = new BodyWalk(styles, numbering, notes, paged);
        try (InputStream text = word.text()) {
            Xml.each(text, BODY_DEPTH, walk::element);
        }
        return walk;
    }

    /// What the document's properties say.
    private static final class Properties {
        private Properties() {}

        static DeclaredManual of(WordFile word, @Nullable String styledTitle)
                throws OpenXML4JException {
            PackageProperties core = word.properties();
            String title = core.getTitleProperty().filter(text -> !text.isBlank()).orElse(null);
            String tag = core.getLanguageProperty().orElse(null);
            String language =
                    tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
            return new DeclaredManual(
                    core.getIdentifierProperty().filter(text -> !text.isBlank()).orElse(null),
                    styledTitle != null ? styledTitle : title,
                    core.getVersionProperty().filter(text -> !text.isBlank()).orElse(null),
                    language.isEmpty() ? null : language,
                    null,
                    null);
        }

        /// How many pages Word counted; null if it did not.
        static @Nullable Integer pages(WordFile word) throws IOException, OpenXML4JException {
            String pages = text(word.filePart("/extended-properties"), "Pages");
            return pages != null && pages.matches("\\d{1,6}") ? Integer.valueOf(pages) : null;
        }

        private static @Nullable String text(@Nullable Xml part, String name) {
            Xml element = part == null ? null : part.child(name);
            return element == null || element.text().isBlank() ? null : element.text().strip();
        }
    }
}
