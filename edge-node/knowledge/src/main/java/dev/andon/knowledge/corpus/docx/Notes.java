package dev.andon.knowledge.corpus.docx;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The footnotes and endnotes of a document.
final class Notes {
    private final Map<String, String> texts = new HashMap<>();

    Notes(@Nullable Xml footnotes, @Nullable Xml endnotes) {
        add(footnotes, "footnote");
        add(endnotes, "endnote");
    }

    private void add(@Nullable Xml part, String kind) {
        if (part != null) {
            part.children(kind)
                    .forEach(
                            note ->
                                    texts.put(
                                            kind + note.attribute("id"),
                                            note.children("p")
                                                    .map(p -> ParagraphText.of(p).text())
                                                    .collect(Collectors.joining(" "))));
        }
    }

    /// The text of a note; empty for an unknown one.
    String text(String id) {
        return texts.getOrDefault(id, "");
    }
}
