package dev.andon.config.source;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A part of a YAML file that knows its line (counted from 1).
public sealed interface YamlNode {
    /// Where it begins.
    int line();

    /// Keys and what stands under each, in the order of the file.
    ///
    /// @param keyLines the line of each key
    record Mapping(int line, SequencedMap<String, YamlNode> entries, Map<String, Integer> keyLines)
            implements YamlNode {}

    /// Items in the order of the file.
    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /// A value exactly as it was written, less quotes: `007` keeps its zeros.
    record Scalar(int line, String text) implements YamlNode {}

    /// A key without a value, or `~` or `null`.
    record Nothing(int line) implements YamlNode {}

    /// An empty mapping, as of an empty file.
    static Mapping empty() {
        return new Mapping(1, new java.util.LinkedHashMap<>(), Map.of());
    }
}
