package dev.andon.knowledge.corpus.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// A list item: its own text, and the blocks that follow below it.
///
/// @param rest everything that is not in the text; may be empty
record Item(String text, Element rest) {
    private static final String TEXT = "p, div";

    static Item of(Element item) {
        Element rest = item.clone();
        StringBuilder text = new StringBuilder();
        for (Node node : item.childNodes()) {
            boolean block = node instanceof Element element && element.isBlock();
            if (block && (!text.toString().isBlank() || !isText(node))) {
                break;
            }
            rest.childNode(0).remove();
            text.append(InlineText.within(node));
            if (block) {
                break;
            }
        }
        return new Item(text.toString(), rest);
    }

    private static boolean isText(Node node) {
        return node instanceof Element element
                && element.is(TEXT)
                && Admonition.signal(element) == null
                && element.selectFirst("ul, ol, dl, table, pre, p ~ p") == null;
    }
}
