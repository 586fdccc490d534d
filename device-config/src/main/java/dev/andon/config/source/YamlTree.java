package dev.andon.config.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Reads one YAML document into a tree of [YamlNode]s.
///
/// Anchors, aliases, second documents and keys that stand twice are refused: whoever wrote them
/// meant something that a reader of the file would miss.
public final class YamlTree {
    private static final YAMLFactory YAML = factory();

    private final SourceText source;
    private final YAMLParser parser;

    private YamlTree(SourceText source, YAMLParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /// @return the mapping at the top; an empty one for an empty file
    /// @throws SourceException it is not YAML, or its top is a list or a single value
    public static YamlNode.Mapping read(SourceText source) throws SourceException {
        try (YAMLParser parser = YAML.createParser(source.text())) {
            return new YamlTree(source, parser).top();
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            String what =
                    "this is not YAML: "
                            + broken.getOriginalMessage().lines().findFirst().orElse("");
            throw failure(
                    source, line, what, "mend the indentation, the quotes or the brackets there");
        } catch (YAMLException broken) {
            throw failure(source, 0, "this is not YAML: " + broken.getMessage(), "mend it");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private YamlNode.Mapping top() throws IOException, SourceException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return YamlNode.empty();
        }
        YamlNode node = node(first);
        if (parser.nextToken() != null) {
            throw failure(source, line(), "a second document begins", "keep one document a file");
        }
        return switch (node) {
            case YamlNode.Mapping mapping -> mapping;
            case YamlNode.Nothing _ -> YamlNode.empty();
            case YamlNode.Sequence _, YamlNode.Scalar _ ->
                    throw failure(
                            source,
                            node.line(),
                            "the file must consist of keys",
                            "write `key: value`");
        };
    }

    private YamlNode node(JsonToken token) throws IOException, SourceException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw failure(
                    source,
                    line(),
                    "anchors (&) and aliases (*) are not used here",
                    "write the value out, or quote it");
        }
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> new YamlNode.Nothing(line());
            default -> new YamlNode.Scalar(line(), parser.getText());
        };
    }

    private YamlNode.Mapping mapping() throws IOException, SourceException {
        int begin = line();
        SequencedMap<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Integer> keyLines = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Integer before = keyLines.put(key, line());
            if (before != null) {
                throw failure(
                        source,
                        line(),
                        "the key \"" + key + "\" stands here again, first in line " + before,
                        "keep one of them");
            }
            entries.put(key, node(parser.nextToken()));
        }
        return new YamlNode.Mapping(begin, entries, keyLines);
    }

    private YamlNode.Sequence sequence() throws IOException, SourceException {
        int begin = line();
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(node(token));
        }
        return new YamlNode.Sequence(begin, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static SourceException failure(SourceText source, int line, String what, String mend) {
        return new SourceException(new Problem(source.file(), line, "", what, mend));
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit((int) SourceText.SIZE_BYTES_MAX);
        // Setting one option through the builder switches the others' defaults off.
        return YAMLFactory.builder()
                .loaderOptions(options)
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .build();
    }
}
