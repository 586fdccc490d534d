package dev.andon.config;

import dev.andon.config.source.Nearest;
import dev.andon.config.source.Problem;
import dev.andon.config.source.YamlNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// One reading of a configuration file: which keys were asked for, what was wrong.
final class ConfigReading {
    private final Path file;
    private final YamlNode.Mapping top;
    private final List<ConfigKey> keys = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    ConfigReading(Path file, YamlNode.Mapping top) {
        this.file = file;
        this.top = top;
    }

    ConfigSection section(String path) {
        return new ConfigSection(this, path, mapping(top, path));
    }

    /// The mapping below a key; an empty one if it is not there or holds something else.
    YamlNode.Mapping mapping(YamlNode.Mapping parent, String path) {
        sections.add(path);
        YamlNode node = parent.entries().get(path.substring(path.lastIndexOf('.') + 1));
        return switch (node) {
            case YamlNode.Mapping mapping -> mapping;
            // A section whose keys are all commented out.
            case YamlNode.Nothing _ -> YamlNode.empty();
            case YamlNode.Scalar scalar -> noSection(scalar, path);
            case YamlNode.Sequence sequence -> noSection(sequence, path);
            case null -> YamlNode.empty();
        };
    }

    private YamlNode.Mapping noSection(YamlNode node, String path) {
        problem(node.line(), path, "a section is expected here", "write its keys below, indented");
        return YamlNode.empty();
    }

    void asked(ConfigKey key) {
        if (keys.stream().noneMatch(known -> known.path().equals(key.path()))) {
            keys.add(key);
        }
    }

    /// Learns the keys of a section that may stand in a list any number of times.
    void sample(String path, Function<ConfigSection, ?> item) {
        ConfigReading blank = new ConfigReading(file, YamlNode.empty());
        var _ = item.apply(new ConfigSection(blank, path, YamlNode.empty()));
        blank.keys.forEach(this::asked);
        sections.add(path);
    }

    void problem(int line, String key, String what, String mend) {
        problems.add(new Problem(file, line, key, what, mend));
    }

    Path file() {
        return file;
    }

    List<ConfigKey> keys() {
        return List.copyOf(keys);
    }

    /// Reports the keys that nothing asked for, then refuses if there was any problem.
    void finish() {
        reportUnknown(top, "");
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private void reportUnknown(YamlNode.Mapping mapping, String prefix) {
        List<String> known = keys.stream().map(ConfigKey::path).toList();
        for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
            String path = prefix + entry.getKey();
            if (sections.contains(path)) {
                if (entry.getValue() instanceof YamlNode.Mapping below) {
                    reportUnknown(below, path + ".");
                }
            } else if (sections.contains(path + "[]")) {
                reportUnknown(entry.getValue(), path + "[].");
            } else if (!known.contains(path)) {
                int line = mapping.keyLines().getOrDefault(entry.getKey(), mapping.line());
                problem(line, path, "there is no such key", nearest(path, known));
            }
        }
    }

    private void reportUnknown(YamlNode list, String prefix) {
        if (list instanceof YamlNode.Sequence(int _, List<YamlNode> items)) {
            for (YamlNode item : items) {
                if (item instanceof YamlNode.Mapping section) {
                    reportUnknown(section, prefix);
                }
            }
        }
    }

    private String nearest(String path, List<String> known) {
        List<String> all = new ArrayList<>(known);
        all.addAll(sections);
        String found = Nearest.ofPath(path, all).orElseThrow();
        return "did you mean \"" + found + "\"? If not, delete it";
    }
}
