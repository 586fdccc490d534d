package dev.andon.knowledge.corpus.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The words of a paragraph, heading or cell, without its marks, pictures and HTML.
final class InlineText {
    private InlineText() {}

    /// Walks by links and not by recursion: emphasis can be nested as deep as a line is long.
    static String of(Node root) {
        StringBuilder text = new StringBuilder();
        Node node = root.getFirstChild();
        while (node != null) {
            append(node, text);
            node = next(node, root);
        }
        return text.toString().strip();
    }

    private static void append(Node node, StringBuilder text) {
        switch (node) {
            case Text words -> text.append(words.getLiteral());
            case Code code -> text.append(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
            default -> {
                // A mark around other nodes; HTML carries no words.
            }
        }
    }

    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null && !(node instanceof Image)) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != root) {
            if (at.getNext() != null) {
                return at.getNext();
            }
            at = at.getParent();
        }
        return null;
    }
}
