package dev.andon.knowledge.corpus.docx;

import java.util.ArrayList;
import java.util.List;

/// What a paragraph shows: without deleted, moved and hidden words, field codes and pictures.
final class ParagraphText {
    private final StringBuilder text = new StringBuilder();
    private final List<Xml> boxes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int breaksBefore;
    private int breaksAfter;

    private ParagraphText() {}

    static ParagraphText of(Xml paragraph) {
        ParagraphText read = new ParagraphText();
        read.children(paragraph);
        return read;
    }

    String text() {
        return text.toString().strip();
    }

    /// The contents of its text boxes.
    List<Xml> boxes() {
        return boxes;
    }

    /// The footnotes that it refers to, by their ids.
    List<String> notes() {
        return notes;
    }

    /// Pages that began before its first word when Word showed it last.
    int breaksBefore() {
        return breaksBefore;
    }

    /// Pages that began within it.
    int breaksAfter() {
        return breaksAfter;
    }

    private void children(Xml parent) {
        parent.children().forEach(this::element);
    }

    private void element(Xml element) {
        switch (element.name()) {
            case "t" -> text.append(element.text());
            case "tab", "br", "cr", "ptab" -> text.append(' ');
            case "noBreakHyphen" -> text.append('-');
            case "lastRenderedPageBreak" -> pageBreak();
            case "txbxContent" -> boxes.add(element);
            case "footnoteReference", "endnoteReference" -> note(element);
            case "r" -> {
                if (!element.has("rPr", "vanish")) {
                    children(element);
                }
            }
            case "AlternateContent" -> alternative(element);
            case "pPr", "rPr", "del", "moveFrom", "rt", "instrText" -> {
                // Properties, and what the page does not show.
            }
            default -> children(element);
        }
    }

    private void pageBreak() {
        if (text.toString().isBlank()) {
            breaksBefore++;
        } else {
            breaksAfter++;
        }
    }

    private void note(Xml reference) {
        String id = reference.attribute("id");
        if (id != null) {
            notes.add(reference.name().substring(0, reference.name().indexOf("Reference")) + id);
        }
    }

    /// The same content is there twice, for new and for old programs.
    private void alternative(Xml element) {
        Xml choice = element.child("Choice");
        Xml shown = choice == null ? element.child("Fallback") : choice;
        if (shown != null) {
            children(shown);
        }
    }
}
