package dev.andon.knowledge.corpus.text;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReader;
import dev.andon.knowledge.corpus.TextFile;
import dev.andon.knowledge.corpus.TitlePage;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Reads plain text as people lay it out by hand.
///
/// Headings are underlined, numbered (`3.2 Torques`) or in capitals on a line of their own; steps
/// begin with a number, items with a dash or a bullet; lines whose words stand in columns are a
/// table, the first one its header. A form feed begins a page, whose number is what its first or
/// last line prints.
public final class PlainTextReader implements ManualReader {
    /// See [ManualReader#version].
    public static final int VERSION = 1;

    /// No person writes such a line.
    static final int LINE_LENGTH_MAX = 100_000;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Set<String> endings() {
        return Set.of(".txt", ".text");
    }

    /// @throws StageException `corpus`: `too-large`, `not-text`, `line-too-long`, `no-text`,
    ///     `unreadable`
    @Override
    public ManualContent read(Path file, DeclaredManual declared) {
        List<Pages.Page> pages = Pages.of(TextFile.read(file));
        refuseLongLines(file, pages);
        PartReading reading = new PartReading();
        for (Pages.Page page : pages) {
            reading.page(page.ref());
            reading.read(Part.of(page.lines()));
        }
        List<Block> blocks = reading.blocks();
        if (blocks.isEmpty()) {
            throw new StageException(Stage.CORPUS, "no-text", file + " has no text.");
        }
        DeclaredManual said = TitlePage.of(blocks).orElse(firstHeading(blocks));
        return new ManualContent(declared.orElse(said).named(file), blocks);
    }

    private static DeclaredManual firstHeading(List<Block> blocks) {
        return blocks.getFirst() instanceof Heading(_, String title, _)
                ? new DeclaredManual(null, title, null, null, null, null)
                : DeclaredManual.NOTHING;
    }

    private static void refuseLongLines(Path file, List<Pages.Page> pages) {
        for (Pages.Page page : pages) {
            for (String line : page.lines()) {
                if (line.length() > LINE_LENGTH_MAX) {
                    throw new StageException(
                            Stage.CORPUS,
                            "line-too-long",
                            "%s has a line of more than %d characters: break it into paragraphs."
                                    .formatted(file, LINE_LENGTH_MAX));
                }
            }
        }
    }
}
