package dev.andon.knowledge.corpus.html;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReader;
import dev.andon.knowledge.corpus.TextFile;
import dev.andon.knowledge.corpus.TitlePage;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads HTML as a person would who prints it: without scripts, navigation, forms and what is
/// hidden. Pictures, style sheets and frames are never fetched.
///
/// The encoding is the byte order mark's, else the document's own, else UTF-8 or Windows-1252. HTML
/// has no pages: every block stands on [dev.andon.knowledge.corpus.PageRef#NONE].
public final class HtmlReader implements ManualReader {
    /// See [ManualReader#version].
    public static final int VERSION = 1;

    /// Where a document names its encoding, in bytes from its beginning.
    private static final int DECLARATION_REACH = 4096;

    private static final Pattern DECLARATION =
            Pattern.compile("(?i)<meta[^>]+charset|<\\?xml[^>]+encoding");

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Set<String> endings() {
        return Set.of(".html", ".htm", ".xhtml");
    }

    /// @throws StageException `corpus`: `too-large`, `not-text`, `too-nested`, `no-text`,
    ///     `unreadable`
    @Override
    public ManualContent read(Path file, DeclaredManual declared) {
        Document document = document(file);
        List<Block> blocks = new ElementWalk(file).blocks(document.body());
        if (blocks.isEmpty()) {
            throw new StageException(
                    Stage.CORPUS,
                    "no-text",
                    file + " has no text: if scripts write its text, print it to a PDF.");
        }
        DeclaredManual said = Metadata.of(document, blocks).orElse(TitlePage.of(blocks));
        return new ManualContent(declared.orElse(said).named(file), blocks);
    }

    private static Document document(Path file) {
        byte[] bytes = TextFile.bytes(file);
        Charset encoding = undeclared(bytes);
        if (encoding == null && TextFile.marked(bytes) == null || encoding != null) {
            refuseBinary(file, bytes);
        }
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(bytes), encoding == null ? null : encoding.name(), "");
        } catch (IOException e) {
            throw new StageException(Stage.CORPUS, "unreadable", "Cannot read " + file + ".", e);
        }
    }

    /// The encoding of a document that does not say it; null where it does.
    private static @Nullable Charset undeclared(byte[] bytes) {
        int reach = Math.min(bytes.length, DECLARATION_REACH);
        String start = new String(bytes, 0, reach, TextFile.WESTERN);
        boolean declared = TextFile.marked(bytes) != null || DECLARATION.matcher(start).find();
        return declared || TextFile.isUtf8(bytes) ? null : TextFile.WESTERN;
    }

    private static void refuseBinary(Path file, byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                throw new StageException(
                        Stage.CORPUS,
                        "not-text",
                        file + " is no HTML text: save the page again, or print it to a PDF.");
            }
        }
    }
}
