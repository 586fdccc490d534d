package dev.andon.config.register;

import dev.andon.config.register.RegisterDraft.Value;
import dev.andon.config.source.Nearest;
import dev.andon.config.source.YamlNode;

import java.util.ArrayList;
import java.util.List;

/// The fields of one mapping. What has the wrong shape is noted and read as empty.
final class YamlFields {
    private final RegisterDraft draft;
    private final String path;
    private final YamlNode.Mapping mapping;

    YamlFields(RegisterDraft draft, String path, YamlNode.Mapping mapping) {
        this.draft = draft;
        this.path = path;
        this.mapping = mapping;
    }

    /// Notes every key that is not one of these.
    void knows(List<String> keys) {
        for (String key : mapping.entries().keySet()) {
            if (!keys.contains(key)) {
                String nearest = Nearest.of(key, keys).orElseThrow();
                problem(
                        key,
                        "there is no such key",
                        "did you mean \"" + nearest + "\"? If not, delete it");
            }
        }
    }

    String text(String key) {
        YamlNode node = mapping.entries().get(key);
        return node == null ? "" : text(key, node);
    }

    Value value(String key) {
        return new Value(line(key), path(key), text(key));
    }

    List<Value> values(String key) {
        List<Value> values = new ArrayList<>();
        for (YamlNode node : list(key)) {
            String field = key + "[" + values.size() + "]";
            values.add(new Value(node.line(), path(field), text(field, node)));
        }
        return values;
    }

    List<YamlFields> items(String key) {
        List<YamlFields> items = new ArrayList<>();
        int index = 0;
        for (YamlNode node : list(key)) {
            String field = key + "[" + index++ + "]";
            if (node instanceof YamlNode.Mapping item) {
                items.add(new YamlFields(draft, path(field), item));
            } else {
                draft.problem(
                        node.line(),
                        path(field),
                        "keys are expected here",
                        "write `key: value` lines");
            }
        }
        return items;
    }

    void problem(String key, String what, String mend) {
        draft.problem(line(key), path(key), what, mend);
    }

    private String text(String field, YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.text().strip();
            case YamlNode.Nothing _ -> "";
            case YamlNode.Mapping _, YamlNode.Sequence _ -> {
                draft.problem(
                        node.line(),
                        path(field),
                        "a single value is expected here",
                        "write it behind the colon");
                yield "";
            }
        };
    }

    private List<YamlNode> list(String key) {
        YamlNode node = mapping.entries().get(key);
        if (node == null) {
            return List.of();
        }
        return switch (node) {
            case YamlNode.Sequence sequence -> sequence.items();
            case YamlNode.Nothing _ -> List.of();
            case YamlNode.Mapping _, YamlNode.Scalar _ -> {
                problem(key, "a list is expected here", "begin each item with a hyphen");
                yield List.of();
            }
        };
    }

    /// Where the key stands; where its mapping begins if it is missing.
    private int line(String key) {
        return mapping.keyLines().getOrDefault(key, mapping.line());
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
