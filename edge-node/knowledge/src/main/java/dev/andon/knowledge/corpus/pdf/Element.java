package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Table;

/// A piece of a page before the flow of text is cut into blocks.
sealed interface Element {
    /// Its upper edge.
    float top();

    /// Its extent from left to right.
    float left();

    float right();

    /// A line of text.
    ///
    /// @param bulleted whether a drawn bullet stands before it
    record Text(Line line, boolean bulleted) implements Element {
        @Override
        public float top() {
            return line.top();
        }

        @Override
        public float left() {
            return line.left();
        }

        @Override
        public float right() {
            return line.right();
        }
    }

    /// A table.
    ///
    /// @param headed whether its header is bold, so that no row can be taken for one
    record Tabular(Table table, Area area, boolean headed) implements Element {
        @Override
        public float top() {
            return area.top();
        }

        @Override
        public float left() {
            return area.left();
        }

        @Override
        public float right() {
            return area.right();
        }
    }

    /// Another block that is known already.
    record Known(Block block, Area area) implements Element {
        @Override
        public float top() {
            return area.top();
        }

        @Override
        public float left() {
            return area.left();
        }

        @Override
        public float right() {
            return area.right();
        }
    }
}
