package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/// One typed piece of a manual, in reading order. Text is as the manual has it, nothing reworded;
/// white space is normalised by the constructors: one space between words, none at the ends.
public sealed interface Block {
    /// The page on which the piece begins.
    PageRef page();

    /// A heading; level 1 is the outermost.
    record Heading(int level, String text, PageRef page) implements Block {
        public Heading {
            text = PassageText.oneLine(text);
        }
    }

    /// Running text.
    record Paragraph(String text, PageRef page) implements Block {
        public Paragraph {
            text = PassageText.oneLine(text);
        }
    }

    /// A step of a procedure with its number, without the last dot: `3`, `3.1`, `3.a` or `a`. A
    /// step of a nested list carries the number of the step above it, which the page leaves to the
    /// indent.
    record Step(String number, String text, PageRef page) implements Block {
        private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.([0-9]+|[a-z]))*|[a-z]");

        public Step {
            if (!NUMBER.matcher(number).matches()) {
                throw new IllegalArgumentException("Not the number of a step: " + number);
            }
            text = PassageText.oneLine(text);
        }
    }

    /// An item of an unnumbered list.
    record Item(String text, PageRef page) implements Block {
        public Item {
            text = PassageText.oneLine(text);
        }
    }

    /// A safety notice, whatever language its signal word was printed in.
    record Notice(Signal signal, String text, PageRef page) implements Block {
        public Notice {
            text = PassageText.oneLine(text);
        }
    }

    /// A table: at least one column, and every row has as many cells as the header.
    record Table(
            @Nullable String caption, List<String> header, List<List<String>> rows, PageRef page)
            implements Block {
        public Table {
            caption = caption == null ? "" : PassageText.oneLine(caption);
            caption = caption.isEmpty() ? null : caption;
            header = header.stream().map(PassageText::oneLine).toList();
            rows = rows.stream().map(r -> r.stream().map(PassageText::oneLine).toList()).toList();
            int columns = header.size();
            if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("A table's rows must be as wide as its header.");
            }
        }
    }

    /// A drawing or photograph, known by its caption; how it looks is on the picture of its page.
    record Figure(String caption, PageRef page) implements Block {
        public Figure {
            caption = PassageText.oneLine(caption);
        }
    }

    /// The signal words of ANSI Z535.6 and ISO 3864-2, most severe first.
    enum Signal {
        DANGER,
        WARNING,
        CAUTION,
        NOTICE
    }
}
