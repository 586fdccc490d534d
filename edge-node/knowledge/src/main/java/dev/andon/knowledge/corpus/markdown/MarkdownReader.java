package dev.andon.knowledge.corpus.markdown;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReader;
import dev.andon.knowledge.corpus.ManualYaml;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads CommonMark with tables, in UTF-8.
///
/// Front matter in YAML may say `id`, `title`, `revision`, `language`, `models` and `date`; other
/// keys are ignored. The marker `<!-- page: 7 -->` on a line of its own begins the page that prints
/// the number 7; it is the n-th page of the file if it is the n-th marker. Numbered lists are
/// steps, nested ones count on (`3.1`); quotes and paragraphs that begin with a signal word are
/// notices. Pictures and other HTML are left out.
public final class MarkdownReader implements ManualReader {
    /// See [ManualReader#version].
    public static final int VERSION = 1;

    /// A manual of 10,000 pages has less text.
    static final long BYTES_MAX = 64L * 1024 * 1024;

    /// No person writes such a line; reading it can take time that grows with its square.
    static final int LINE_LENGTH_MAX = 100_000;

    private static final Pattern FRONT_MATTER =
            Pattern.compile(
                    "\\A\\uFEFF?---[ \\t]*\\R(.*?\\R)??(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)",
                    Pattern.DOTALL);

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Set<String> endings() {
        return Set.of(".md", ".markdown");
    }

    /// @throws StageException `corpus`: `not-text`, `too-large`, `line-too-long`, `too-nested`,
    ///     `no-text`, `yaml-broken`, `unreadable`
    @Override
    public ManualContent read(Path file, DeclaredManual declared) {
        String text = text(file);
        refuseLongLines(text, file);
        Matcher front = FRONT_MATTER.matcher(text);
        DeclaredManual document = DeclaredManual.NOTHING;
        if (front.find()) {
            String yaml = front.group(1) == null ? "" : front.group(1);
            document = ManualYaml.parse(yaml, file + ", front matter").declared();
            text = text.substring(front.end());
        }
        List<Block> blocks = new BlockWalk(file).blocks(parse(file, text));
        if (blocks.isEmpty()) {
            throw failure("no-text", file + " has no text.");
        }
        return new ManualContent(
                declared.orElse(document).orElse(firstHeading(blocks)).named(file), blocks);
    }

    private Node parse(Path file, String text) {
        try {
            return parser.parse(text);
        } catch (StackOverflowError e) {
            // The parser calls itself once for each mark around a mark; nothing is left behind.
            throw new StageException(
                    Stage.CORPUS,
                    "too-nested",
                    file + " has marks nested too deep to be read: flatten them.",
                    e);
        }
    }

    private static DeclaredManual firstHeading(List<Block> blocks) {
        return blocks.getFirst() instanceof Heading(int level, String title, _) && level == 1
                ? new DeclaredManual(null, title, null, null, null, null)
                : DeclaredManual.NOTHING;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw failure(
                        "too-large",
                        "%s is larger than %d bytes: split it.".formatted(file, BYTES_MAX));
            }
            String text = Files.readString(file);
            if (text.indexOf('\0') >= 0) {
                throw notText(file, null);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw notText(file, e);
        } catch (IOException e) {
            throw new StageException(Stage.CORPUS, "unreadable", "Cannot read " + file + ".", e);
        }
    }

    private static void refuseLongLines(String text, Path file) {
        int line = 1;
        int start = 0;
        for (int end; start < text.length(); start = end + 1, line++) {
            int newline = text.indexOf('\n', start);
            end = newline < 0 ? text.length() : newline;
            if (end - start > LINE_LENGTH_MAX) {
                throw failure(
                        "line-too-long",
                        "%s, line %d has more than %d characters: break it into paragraphs."
                                .formatted(file, line, LINE_LENGTH_MAX));
            }
        }
    }

    private static StageException notText(Path file, @Nullable Throwable cause) {
        String message = file + " is no text in UTF-8: save it as UTF-8, or give the PDF.";
        return cause == null
                ? failure("not-text", message)
                : new StageException(Stage.CORPUS, "not-text", message, cause);
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.CORPUS, code, message);
    }
}
