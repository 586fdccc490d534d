package dev.andon.node.tts.mary;

import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import marytts.util.dom.MaryDomUtils;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The step of MaryTTS that cuts a paragraph into sentences (`<s>`) and tokens (`<t>`), and gives a
/// workshop word its pronunciation. Public only because MaryTTS makes it by its name.
public final class WordTokeniser extends InternalModule {
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z']+|[,.?]");
    private static final String SENTENCE_ENDS = ".?";

    private final WorkshopLexicon lexicon = WorkshopLexicon.load();

    /// For MaryTTS.
    public WordTokeniser(String language) {
        super("WordTokeniser", MaryDataType.RAWMARYXML, MaryDataType.TOKENS, Locale.of(language));
    }

    @Override
    public MaryData process(MaryData data) {
        Document document = data.getDocument();
        var paragraphs = document.getElementsByTagName(MaryXML.PARAGRAPH);
        for (int i = 0; i < paragraphs.getLength(); i++) {
            tokenise((Element) paragraphs.item(i));
        }
        MaryData result = new MaryData(getOutputType(), data.getLocale());
        result.setDocument(document);
        return result;
    }

    private void tokenise(Element paragraph) {
        Matcher tokens = TOKEN.matcher(paragraph.getTextContent());
        @Nullable String rate = rate(paragraph);
        paragraph.setTextContent("");
        @Nullable Element sentence = null;
        while (tokens.find()) {
            if (sentence == null) {
                sentence = sentence(paragraph, rate);
            }
            append(sentence, tokens.group());
            if (SENTENCE_ENDS.contains(tokens.group())) {
                sentence = null;
            }
        }
    }

    /// The rate at which the paragraph is to be read; null for the usual one.
    private static @Nullable String rate(Element paragraph) {
        var prosody = paragraph.getElementsByTagName(MaryXML.PROSODY);
        return prosody.getLength() == 0 ? null : ((Element) prosody.item(0)).getAttribute("rate");
    }

    /// What the tokens of a sentence stand in.
    private static Element sentence(Element paragraph, @Nullable String rate) {
        Element sentence = MaryXML.appendChildElement(paragraph, MaryXML.SENTENCE);
        if (rate == null) {
            return sentence;
        }
        Element prosody = MaryXML.appendChildElement(sentence, MaryXML.PROSODY);
        prosody.setAttribute("rate", rate);
        return prosody;
    }

    private void append(Element sentence, String text) {
        Element token = MaryXML.appendChildElement(sentence, MaryXML.TOKEN);
        MaryDomUtils.setTokenText(token, text);
        // A token with a transcription passes the phonemiser untouched.
        lexicon.transcription(text).ifPresent(phones -> token.setAttribute("ph", phones));
    }
}
