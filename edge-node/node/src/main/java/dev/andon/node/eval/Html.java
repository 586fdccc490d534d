package dev.andon.node.eval;

/// Text that stands in a page.
final class Html {
    private Html() {}

    /// The text with what would be markup made harmless.
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
