package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.SignalWords;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts the lines of a page into paragraphs, items, steps and notices. Each line of code is a
/// paragraph of its own, since it is one value or command.
final class Flow {
    /// Baselines further apart than this many usual distances are two paragraphs.
    private static final float PARAGRAPH_GAP = 1.3f;

    /// Left edges nearer than this are one, in points.
    private static final float SAME_EDGE = 4;

    /// A line that ends this much before the widest one ends its paragraph, if a sentence ends too.
    private static final float SHORT_LINE = 0.8f;

    private final PageRef page;
    private final float pitch;
    private final StepNumbers numbers;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private @Nullable Marker marker;
    private float textLeft;
    private @Nullable Signal pending;

    /// @param numbers of the steps of the whole document, which go on from page to page
    Flow(PageRef page, float pitch, StepNumbers numbers) {
        this.page = page;
        this.pitch = pitch;
        this.numbers = numbers;
    }

    List<Block> blocks(List<Element> elements) {
        for (Element element : elements) {
            switch (element) {
                case Element.Known(var block, _) -> known(block);
                case Element.Tabular(var table, _, _) -> known(table);
                case Element.Text text -> line(text);
            }
        }
        close();
        flushPending();
        return List.copyOf(blocks);
    }

    private void known(Block block) {
        close();
        flushPending();
        if (block instanceof Heading) {
            numbers.reset();
        }
        blocks.add(block);
    }

    private void line(Element.Text text) {
        Marker found = Marker.of(text);
        boolean apart = open.isEmpty() || isApart(text.line());
        if (found != null && (apart || begins(found, text.line()))) {
            close();
            begin(text.line(), found);
        } else if (apart) {
            close();
            begin(text.line(), null);
        } else {
            open.add(text.line());
        }
    }

    private void begin(Line line, @Nullable Marker found) {
        marker = found;
        List<Word> words = line.words();
        if (found != null && found.words() > 0) {
            words = words.subList(found.words(), words.size());
        }
        textLeft = words.getFirst().left();
        open.add(new Line(words));
    }

    /// Whether a marker inside a block begins another one: not where running text happens to break
    /// before a number.
    private boolean begins(Marker found, Line line) {
        if (found.number() == null) {
            return found.words() == 0 || marker != null || line.left() > open.getFirst().left() + 2;
        }
        return found.isFirst() || marker != null && line.left() < textLeft - 2;
    }

    private boolean isApart(Line line) {
        Line last = open.getLast();
        if (last.monospaced() && line.monospaced() || FigureCaption.begins(line.text())) {
            return true;
        }
        float gap = line.baseline() - last.baseline();
        if (gap < 0 || gap > pitch * PARAGRAPH_GAP * Math.max(last.size(), line.size())) {
            return true;
        }
        if (Math.abs(line.size() - last.size()) > 0.1f * last.size()) {
            return true;
        }
        if (marker != null && line.left() < textLeft - 2 * SAME_EDGE) {
            return true;
        }
        return marker == null && endsShort(last);
    }

    private boolean endsShort(Line last) {
        float widest = 0;
        for (Line line : open) {
            widest = Math.max(widest, line.right() - line.left());
        }
        return open.size() > 1
                && last.right() - last.left() < SHORT_LINE * widest
                && last.text().matches(".*[.!?:]");
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        String text = Line.join(open);
        if (pending != null) {
            blocks.add(new Notice(pending, text, page));
            pending = null;
        } else {
            add(text);
        }
        open.clear();
        marker = null;
    }

    private void add(String text) {
        Optional<Notice> notice = SignalWords.notice(text, page);
        if (notice.isPresent() && notice.get().text().isEmpty()) {
            pending = notice.get().signal();
        } else if (notice.isPresent()) {
            blocks.add(notice.get());
        } else if (marker == null && FigureCaption.is(text)) {
            blocks.add(new Figure(text, page));
        } else if (marker == null) {
            blocks.add(new Paragraph(text, page));
        } else if (marker.number() == null) {
            blocks.add(new Item(text, page));
        } else {
            blocks.add(new Step(numbers.number(marker.number(), textLeft), text, page));
        }
    }

    /// A signal word with nothing below it is kept as it stands.
    private void flushPending() {
        if (pending != null) {
            blocks.add(new Paragraph(pending.name(), page));
            pending = null;
        }
    }
}
