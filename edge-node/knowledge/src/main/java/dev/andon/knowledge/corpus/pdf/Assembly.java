package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts the pages together and mends what a page break cut.
///
/// A sentence that goes on with a small letter on the next page stays with the page on which it
/// begins. A table that goes on is a table of its own on the next page, with the same header and
/// caption.
final class Assembly {
    /// Edges nearer than this are one, in points.
    private static final float SAME_EDGE = 6;

    private static final Pattern CONTINUED =
            Pattern.compile(
                    "continued|cont\\.|\\bsuite\\b|fortsetzung|\\bforts\\.",
                    Pattern.CASE_INSENSITIVE);

    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Element last;

    /// Adds the next page.
    ///
    /// @param elements of the page
    /// @param page the blocks that they became
    void add(List<Element> elements, List<Block> page) {
        if (page.isEmpty()) {
            return;
        }
        List<Block> next = new ArrayList<>(page);
        if (!blocks.isEmpty()) {
            mend(next, elements.getFirst());
        }
        blocks.addAll(next);
        last = elements.getLast();
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    private void mend(List<Block> next, Element top) {
        Block first = next.getFirst();
        if (blocks.getLast() instanceof Table above && first instanceof Table below) {
            if (last instanceof Element.Tabular upper
                    && top instanceof Element.Tabular lower
                    && goesOn(upper, lower)) {
                next.set(0, continued(above, below));
            }
        } else if (first instanceof Paragraph(var text, _) && goesOn(text)) {
            Block joined = joined(blocks.getLast(), text);
            if (joined != null) {
                blocks.set(blocks.size() - 1, joined);
                next.removeFirst();
            }
        }
    }

    /// Whether the lower table has the upper one's place and width, and its header or none.
    private static boolean goesOn(Element.Tabular upper, Element.Tabular lower) {
        List<String> header = upper.table().header();
        return header.size() == lower.table().header().size()
                && Math.abs(upper.left() - lower.left()) < SAME_EDGE
                && Math.abs(upper.right() - lower.right()) < SAME_EDGE
                && (lower.table().header().equals(header)
                        || !lower.headed() && isContinued(lower.table().caption()));
    }

    /// Whether a table below a page break can be the rest of one: it has no caption, or one that
    /// says so.
    private static boolean isContinued(@Nullable String caption) {
        return caption == null || CONTINUED.matcher(caption).find();
    }

    private static Table continued(Table above, Table below) {
        String caption = isContinued(below.caption()) ? above.caption() : below.caption();
        if (below.header().equals(above.header())) {
            return new Table(caption, below.header(), below.rows(), below.page());
        }
        List<List<String>> rows = new ArrayList<>(below.rows());
        if (below.header().stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.addFirst(below.header());
        }
        return new Table(caption, above.header(), rows, below.page());
    }

    private static boolean goesOn(String text) {
        return Character.isLowerCase(text.codePointAt(0));
    }

    /// The block with the rest of its sentence; null if it ends one.
    private static @Nullable Block joined(Block last, String rest) {
        return switch (last) {
            case Paragraph(var text, var page) when open(text) ->
                    new Paragraph(join(text, rest), page);
            case Item(var text, var page) when open(text) -> new Item(join(text, rest), page);
            case Step(var number, var text, var page) when open(text) ->
                    new Step(number, join(text, rest), page);
            case Notice(var signal, var text, var page) when open(text) ->
                    new Notice(signal, join(text, rest), page);
            case Paragraph _, Item _, Step _, Notice _, Table _, Heading _, Block.Figure _ -> null;
        };
    }

    private static boolean open(String text) {
        return !text.matches("(?s).*[.!?:;]");
    }

    private static String join(String text, String rest) {
        StringBuilder joined = new StringBuilder(text);
        Line.append(joined, rest);
        return joined.toString();
    }
}
