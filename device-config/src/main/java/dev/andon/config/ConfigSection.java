package dev.andon.config;

import dev.andon.config.source.Nearest;
import dev.andon.config.source.YamlNode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// The values of one section. What is wrong is noted and the default returned, so that one start
/// shows every problem.
final class ConfigSection {
    private final ConfigReading reading;
    private final String path;
    private final YamlNode.Mapping mapping;

    ConfigSection(ConfigReading reading, String path, YamlNode.Mapping mapping) {
        this.reading = reading;
        this.path = path;
        this.mapping = mapping;
    }

    ConfigSection section(String key) {
        return new ConfigSection(reading, path(key), reading.mapping(mapping, path(key)));
    }

    int whole(String key, int fallback, int min, int max) {
        reading.asked(new ConfigKey.Whole(path(key), fallback, min, max));
        String written = written(key);
        if (written == null) {
            return fallback;
        }
        if (written.matches("-?[0-9]{1,9}")) {
            int value = Integer.parseInt(written);
            if (value >= min && value <= max) {
                return value;
            }
        }
        refuse(key, written, "a whole number from " + min + " to " + max);
        return fallback;
    }

    String text(String key, String fallback, String pattern) {
        String value = textOrNull(key, fallback, pattern);
        return value == null ? fallback : value;
    }

    @Nullable String optionalText(String key, String pattern) {
        return textOrNull(key, null, pattern);
    }

    /// As [#optionalText], but a wrong value is not repeated in the message.
    @Nullable String secretText(String key, String pattern) {
        reading.asked(new ConfigKey.Text(path(key), null, pattern));
        String written = written(key);
        if (written != null && !written.matches(pattern)) {
            problem(key, "the value is not allowed", "write a text of the form " + pattern);
            return null;
        }
        return written;
    }

    private @Nullable String textOrNull(String key, @Nullable String fallback, String pattern) {
        reading.asked(new ConfigKey.Text(path(key), fallback, pattern));
        String written = written(key);
        if (written != null && !written.matches(pattern)) {
            refuse(key, written, "a text of the form " + pattern);
            return fallback;
        }
        return written == null ? fallback : written;
    }

    <E extends Enum<E>> E choice(String key, E fallback) {
        Class<E> type = fallback.getDeclaringClass();
        List<String> words = Stream.of(type.getEnumConstants()).map(ConfigSection::word).toList();
        reading.asked(new ConfigKey.Choice(path(key), word(fallback), words));
        String written = written(key);
        if (written == null) {
            return fallback;
        }
        if (words.contains(written)) {
            return Enum.valueOf(type, written.toUpperCase(Locale.ROOT));
        }
        String nearest = Nearest.of(written, words).orElseThrow();
        refuse(key, written, "one of " + String.join(", ", words) + " (" + nearest + "?)");
        return fallback;
    }

    /// Those of the words that are listed; none if the key is not there.
    List<String> choices(String key, List<String> words) {
        reading.asked(new ConfigKey.Choices(path(key), words));
        YamlNode node = mapping.entries().get(key);
        List<String> chosen = new ArrayList<>();
        if (node instanceof YamlNode.Sequence(int _, List<YamlNode> items)) {
            for (YamlNode item : items) {
                if (item instanceof YamlNode.Scalar(int _, String word) && words.contains(word)) {
                    chosen.add(word);
                } else {
                    problem(key, "an entry is not allowed", allowedWords(words));
                }
            }
        } else if (node != null) {
            problem(key, "a list is expected here", allowedWords(words));
        }
        return chosen;
    }

    private static String allowedWords(List<String> words) {
        return "write [] or a list of these: " + String.join(", ", words);
    }

    /// The texts that are listed; none if the key is not there.
    ///
    /// @param max entries
    List<String> texts(String key, String pattern, int max) {
        return texts(key, List.of(), pattern, max);
    }

    /// The texts that are listed; the fallback if the key is not there.
    ///
    /// @param max entries
    List<String> texts(String key, List<String> fallback, String pattern, int max) {
        reading.asked(new ConfigKey.Texts(path(key), fallback, pattern, max));
        YamlNode node = mapping.entries().get(key);
        if (node == null) {
            return fallback;
        }
        List<String> texts = new ArrayList<>();
        String mend = "write [] or at most " + max + " texts of the form " + pattern;
        if (node instanceof YamlNode.Sequence(int _, List<YamlNode> items) && items.size() <= max) {
            for (YamlNode item : items) {
                if (item instanceof YamlNode.Scalar(int _, String text) && text.matches(pattern)) {
                    texts.add(text);
                } else {
                    problem(key, "an entry is not allowed", mend);
                }
            }
        } else {
            problem(key, "a list is expected here", mend);
        }
        return texts;
    }

    /// What stands in each section of a list; none if the key is not there.
    ///
    /// @param max entries
    /// @param item reads one
    <T> List<T> each(String key, int max, Function<ConfigSection, T> item) {
        reading.asked(new ConfigKey.Sections(path(key), max));
        String entry = path(key) + "[]";
        reading.sample(entry, item);
        List<T> read = new ArrayList<>();
        YamlNode node = mapping.entries().get(key);
        if (node instanceof YamlNode.Sequence(int _, List<YamlNode> items) && items.size() <= max) {
            for (YamlNode each : items) {
                if (each instanceof YamlNode.Mapping section) {
                    read.add(item.apply(new ConfigSection(reading, entry, section)));
                } else {
                    problem(key, "an entry is no section", "write its keys behind a hyphen");
                }
            }
        } else if (node != null) {
            problem(key, "a list is expected here", "write [] or at most " + max + " sections");
        }
        return read;
    }

    /// A text that must be there; empty if it is not.
    String needed(String key, String pattern) {
        String text = optionalText(key, pattern);
        if (text == null && !says(key)) {
            problem(key, "it is missing", "write a text of the form " + pattern);
        }
        return text == null ? "" : text;
    }

    /// A file that can be read, relative to the folder of the configuration.
    @Nullable Path file(String key) {
        reading.asked(new ConfigKey.File(path(key)));
        String written = written(key);
        if (written == null) {
            return null;
        }
        Path file = reading.file().toAbsolutePath().resolveSibling(written).normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            refuse(key, file.toString(), "a file that this user may read");
            return null;
        }
        return file;
    }

    boolean says(String key) {
        return mapping.entries().containsKey(key);
    }

    /// Notes a problem of one key, beyond what its own range can say.
    void problem(String key, String what, String mend) {
        reading.problem(line(key), path(key), what, mend);
    }

    private void refuse(String key, String written, String allowed) {
        problem(key, '"' + written + "\" is not allowed", "write " + allowed);
    }

    private @Nullable String written(String key) {
        YamlNode node = mapping.entries().get(key);
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.text();
            case YamlNode.Nothing _ -> {
                problem(
                        key,
                        "it has no value",
                        "write one, or delete the line to take the default");
                yield null;
            }
            case YamlNode.Mapping _, YamlNode.Sequence _ -> {
                problem(key, "a single value is expected here", "write it behind the colon");
                yield null;
            }
            case null -> null;
        };
    }

    private int line(String key) {
        Integer line = mapping.keyLines().get(key);
        return line == null ? mapping.line() : line;
    }

    private String path(String key) {
        return path + "." + key;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
