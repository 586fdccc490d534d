package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blocks in the order of reading, as a reader finds them.
///
/// Text that begins with a signal word is a notice; a signal word that stands alone takes the text
/// below it. A numbered caption beside a table is its caption, the caption of a drawing is a
/// figure. Empty text makes no block.
public final class BlockDraft {
    private static final int CAPTION_LENGTH_MAX = 200;

    private static final String NUMBER =
            "\\s*(?:[A-Z][-.–]?)?\\d+(?:[-.–]\\d+)*[a-z]?\\s*(?:[:.–—-]\\s*|\\s(?=[\\p{Lu}\\p{N}])|$)";
    private static final Pattern TABLE =
            Pattern.compile(
                    "(?:Table:\\s*(.+)|((?:Table|Tableau|Tabelle|Tab\\.)" + NUMBER + ".*))");
    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?:Figure|Fig\\.?|Abbildung|Abb\\.|Bild|Illustration)" + NUMBER + ".*");

    private final List<Block> blocks = new ArrayList<>();
    private PageRef page = PageRef.NONE;
    private @Nullable Signal signal;
    private boolean captionBelow;
    private @Nullable Block named;

    /// Everything after this stands on another page.
    public void page(PageRef next) {
        page = next;
    }

    /// The page at which the draft is.
    public PageRef page() {
        return page;
    }

    /// @param level from 1, the outermost
    public void heading(int level, String text) {
        if (!text.isBlank()) {
            add(new Heading(level, text, page));
        }
    }

    /// Running text, or what it shows to be: a notice, a caption.
    public void paragraph(String text) {
        String line = PassageText.oneLine(text);
        Matcher table = TABLE.matcher(line);
        boolean caption = line.length() <= CAPTION_LENGTH_MAX;
        if (captionBelow && caption && table.matches()) {
            captionBelow = false;
            captioned(caption(table));
        } else if (caption && FIGURE.matcher(line).matches()) {
            figure(line);
        } else {
            text(line, new Paragraph(line, page));
        }
    }

    /// An item of an unnumbered list.
    public void item(String text) {
        text(text, new Item(text, page));
    }

    /// @param number as [Step] wants it
    public void step(String number, String text) {
        text(text, new Step(number, text, page));
    }

    /// A notice that the document marks as one; its text may repeat the signal word.
    public void notice(Signal severity, String text) {
        if (text.isBlank()) {
            flush();
            signal = severity;
        } else {
            add(
                    SignalWords.notice(text, page)
                            .filter(notice -> !notice.text().isEmpty())
                            .map(notice -> new Notice(severity, notice.text(), page))
                            .orElse(new Notice(severity, text, page)));
        }
    }

    /// A caption that the document marks as one.
    ///
    /// @param ofTable whether it says so; a numbered one says it itself (`Table 3`)
    public void caption(String text, boolean ofTable) {
        if (ofTable || TABLE.matcher(PassageText.oneLine(text)).matches()) {
            paragraph(text);
            named = ofTable && !blocks.isEmpty() ? blocks.getLast() : null;
        } else {
            figure(text);
        }
    }

    /// The caption of a drawing.
    public void figure(String caption) {
        if (!caption.isBlank()) {
            add(new Figure(caption, page));
        }
    }

    /// A table. Where it has no caption it takes the caption above it, or the numbered one below.
    ///
    /// @param caption that the document gives it
    /// @return the caption that it has now
    public @Nullable String table(TableGrid grid, @Nullable String caption) {
        flush();
        String named = caption == null || caption.isBlank() ? captionAbove() : caption;
        List<Table> tables = grid.tables(named, page);
        tables.forEach(this::add);
        captionBelow = named == null && tables.size() == 1;
        return named;
    }

    /// Takes a paragraph back that was added last, since it shows to be the title of what follows;
    /// null if another block was.
    public @Nullable String takeBack(String text) {
        boolean last = !blocks.isEmpty() && blocks.getLast().equals(new Paragraph(text, page));
        if (last) {
            blocks.removeLast();
        }
        return last ? text : null;
    }

    /// All blocks until now.
    public List<Block> blocks() {
        flush();
        return List.copyOf(blocks);
    }

    private void text(String text, Block otherwise) {
        if (text.isBlank()) {
            return;
        }
        Optional<Notice> notice = SignalWords.notice(text, page);
        if (notice.isPresent() && notice.get().text().isEmpty()) {
            flush();
            signal = notice.get().signal();
        } else if (notice.isPresent()) {
            add(notice.get());
        } else if (signal != null) {
            blocks.add(new Notice(signal, text, page));
            signal = null;
        } else {
            add(otherwise);
        }
    }

    private void add(Block block) {
        flush();
        captionBelow = false;
        blocks.add(block);
    }

    /// A signal word with nothing below it is kept as it stands.
    private void flush() {
        if (signal != null) {
            blocks.add(new Paragraph(signal.name(), page));
            signal = null;
        }
    }

    private @Nullable String captionAbove() {
        if (blocks.isEmpty() || !(blocks.getLast() instanceof Paragraph(var text, _))) {
            return null;
        }
        if (blocks.getLast() == named) {
            blocks.removeLast();
            return text;
        }
        Matcher matcher = TABLE.matcher(text);
        if (text.length() > CAPTION_LENGTH_MAX || !matcher.matches()) {
            return null;
        }
        blocks.removeLast();
        return caption(matcher);
    }

    private static String caption(Matcher matcher) {
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private void captioned(String caption) {
        if (blocks.getLast() instanceof Table(_, var header, var rows, var at)) {
            blocks.set(blocks.size() - 1, new Table(caption, header, rows, at));
        }
    }
}
