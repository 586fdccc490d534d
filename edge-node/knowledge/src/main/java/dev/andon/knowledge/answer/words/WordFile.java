package dev.andon.knowledge.answer.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lists of words of one language, as a resource keeps them: `[name]` begins a list, `#` a comment.
///
/// @param lists the lines of each list, by name
public record WordFile(Map<String, List<String>> lists) {
    /// Matches nothing.
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /// A line that only begins with a bracket is no list but a phrase with a part to be left out.
    private static final Pattern LIST = Pattern.compile("\\[[^\\[\\]]+\\]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    public WordFile {
        lists = Map.copyOf(lists);
    }

    /// Reads the resource of a name beside a class.
    public static WordFile read(Class<?> beside, String name) {
        return of(lines(beside, name));
    }

    /// The lists in these lines.
    public static WordFile of(List<String> lines) {
        Map<String, List<String>> lists = new HashMap<>();
        List<String> list = new ArrayList<>();
        for (String line : lines) {
            if (LIST.matcher(line).matches()) {
                list = new ArrayList<>();
                lists.put(line.substring(1, line.length() - 1), list);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                list.add(line.strip());
            }
        }
        return new WordFile(lists);
    }

    /// The lines of a list; none if it is not there.
    public List<String> lines(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /// All words of a list, divided by spaces.
    public List<String> words(String list) {
        return lines(list).stream().flatMap(SPACE::splitAsStream).toList();
    }

    /// A list whose lines are regular expressions, as one that matches any of them, whatever the
    /// case.
    public Pattern pattern(String list) {
        List<String> lines = lines(list);
        return lines.isEmpty()
                ? NOTHING
                : Pattern.compile(
                        lines.stream().collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE
                                | Pattern.UNICODE_CASE
                                | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static List<String> lines(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
