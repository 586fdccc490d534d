package dev.andon.node.tts.mary;

import dev.andon.node.tts.Pace;

import marytts.datatypes.MaryXML;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Words to be read slower or faster: a paragraph in a `prosody` element, which [WordTokeniser]
/// keeps.
final class PacedText {
    /// Slow enough to be understood at a noisy machine, fast enough to be listened to.
    private static final String SLOW = "-30%";

    private static final String FAST = "+25%";

    private PacedText() {}

    static Document of(String words, Pace pace) {
        Document document = MaryXML.newDocument();
        Element root = document.getDocumentElement();
        root.setAttribute("xml:lang", "en-US");
        Element paragraph = MaryXML.appendChildElement(root, MaryXML.PARAGRAPH);
        Element prosody = MaryXML.appendChildElement(paragraph, MaryXML.PROSODY);
        prosody.setAttribute("rate", pace == Pace.SLOW ? SLOW : FAST);
        prosody.setTextContent(words);
        return document;
    }
}
