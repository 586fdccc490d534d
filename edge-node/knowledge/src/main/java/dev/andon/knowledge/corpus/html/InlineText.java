package dev.andon.knowledge.corpus.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// The words below an element in reading order, without what is not shown.
final class InlineText {
    private InlineText() {}

    /// @return with the white space of the source, none at the ends
    static String of(Node root) {
        return within(root).strip();
    }

    /// As above, with the white space at the ends: for a piece of running text.
    static String within(Node root) {
        StringBuilder text = new StringBuilder();
        root.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText());
                        } else if (node instanceof Element element) {
                            if (!Shown.is(element)) {
                                return FilterResult.SKIP_ENTIRELY;
                            }
                            space(element, text);
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            space(element, text);
                        }
                        return FilterResult.CONTINUE;
                    }
                });
        return text.toString();
    }

    /// Blocks inside a cell or an item are words apart.
    private static void space(Element element, StringBuilder text) {
        if (element.isBlock() || element.normalName().equals("br")) {
            text.append(' ');
        }
    }
}
