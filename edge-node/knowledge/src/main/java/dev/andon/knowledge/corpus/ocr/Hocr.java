package dev.andon.knowledge.corpus.ocr;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads hOCR, the XHTML that the program prints: `bbox`, `baseline` and `x_wconf` in titles.
final class Hocr {
    private static final Pattern BOX = Pattern.compile("bbox (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final Pattern BASELINE =
            Pattern.compile("baseline (-?\\d*\\.?\\d+) (-?\\d*\\.?\\d+)");
    private static final Pattern CONFIDENCE = Pattern.compile("x_wconf (\\d+)");

    private final List<RecognizedLine> lines = new ArrayList<>();
    private final List<RecognizedWord> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private double baseline;
    private double slope;
    private @Nullable String word;

    private Hocr() {}

    static List<RecognizedLine> lines(byte[] hocr) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Hocr reading = new Hocr();
        XMLStreamReader events = factory.createXMLStreamReader(new ByteArrayInputStream(hocr));
        try {
            while (events.hasNext()) {
                reading.take(events.next(), events);
            }
        } finally {
            events.close();
        }
        reading.closeLine();
        return List.copyOf(reading.lines);
    }

    private void take(int event, XMLStreamReader events) {
        if (event == XMLStreamConstants.START_ELEMENT && title(events) instanceof String title) {
            if (BASELINE.matcher(title).find()) {
                openLine(title);
            } else if (CONFIDENCE.matcher(title).find()) {
                word = title;
                text.setLength(0);
            }
        } else if (event == XMLStreamConstants.CHARACTERS && word != null) {
            text.append(events.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT
                && word != null
                && events.getLocalName().equals("span")) {
            closeWord(word);
        }
    }

    private static @Nullable String title(XMLStreamReader events) {
        return events.getAttributeValue(null, "title");
    }

    private void openLine(String title) {
        closeLine();
        Matcher box = BOX.matcher(title);
        Matcher line = BASELINE.matcher(title);
        if (box.find() && line.find()) {
            slope = Double.parseDouble(line.group(1));
            double left = Double.parseDouble(box.group(1));
            double bottom = Double.parseDouble(box.group(4));
            baseline = bottom + Double.parseDouble(line.group(2)) - slope * left;
        }
    }

    private void closeWord(String title) {
        Matcher box = BOX.matcher(title);
        Matcher confidence = CONFIDENCE.matcher(title);
        if (box.find() && confidence.find() && !text.toString().isBlank()) {
            words.add(
                    new RecognizedWord(
                            text.toString().strip(),
                            Integer.parseInt(box.group(1)),
                            Integer.parseInt(box.group(2)),
                            Integer.parseInt(box.group(3)),
                            Integer.parseInt(box.group(4)),
                            Integer.parseInt(confidence.group(1))));
        }
        word = null;
    }

    private void closeLine() {
        if (!words.isEmpty()) {
            lines.add(new RecognizedLine(words, baseline, slope));
            words.clear();
        }
    }
}
