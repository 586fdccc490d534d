package dev.andon.knowledge.corpus.docx;

import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of a part of a Word document, by its local name: the names are the same in the
/// transitional and in the strict form, the namespaces are not.
///
/// @param text directly below it
record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {
    /// Deeper than any document, and less than the 100 at which POI lets Java's parser give up.
    static final int DEPTH_MAX = 90;

    /// A part whose XML is nested too deep.
    static final class TooNested extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Reads a whole part; a small one.
    static Xml read(InputStream part) throws IOException {
        List<Xml> roots = new ArrayList<>();
        each(part, 0, roots::add);
        return roots.getFirst();
    }

    /// Reads the elements of a depth one after the other, so that only one is in memory.
    ///
    /// @param depth 0 is the root; in the part of the text 2 are the paragraphs and tables
    static void each(InputStream part, int depth, Consumer<Xml> consumer) throws IOException {
        try {
            XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
            int at = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT && at == depth) {
                    consumer.accept(element(reader, 0));
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    at++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    at--;
                }
            }
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    private static Xml element(XMLStreamReader reader, int depth)
            throws XMLStreamException, IOException {
        if (depth > DEPTH_MAX) {
            throw new TooNested();
        }
        String name = reader.getLocalName();
        Map<String, String> attributes = HashMap.newHashMap(reader.getAttributeCount());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<Xml> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Xml(name, attributes, children, text.toString());
                }
                default -> {
                    // Comments and processing instructions carry no text.
                }
            }
        }
    }

    @Nullable Xml child(String wanted) {
        for (Xml child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    /// The element below this one by a path of names; null where one is missing.
    @Nullable Xml at(String... path) {
        Xml element = this;
        for (String step : path) {
            element = element == null ? null : element.child(step);
        }
        return element;
    }

    Stream<Xml> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    @Nullable String attribute(String wanted) {
        return attributes.get(wanted);
    }

    /// The attribute `val` of the element at a path; null where there is none.
    @Nullable String value(String... path) {
        Xml element = at(path);
        return element == null ? null : element.attribute("val");
    }

    /// The number that `val` at a path is; otherwise null.
    @Nullable Integer number(String... path) {
        String value = value(path);
        return value != null && value.matches("-?\\d{1,9}") ? Integer.valueOf(value) : null;
    }

    /// Whether a property is there and not switched off.
    boolean has(String... path) {
        Xml property = at(path);
        String value = property == null ? null : property.attribute("val");
        return property != null && (value == null || !value.matches("0|false|off|none"));
    }
}
