package dev.andon.node.tts.spoken;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A tab-separated resource beside this class; lines that begin with `#` are comments.
final class Table {
    private Table() {}

    static List<List<String>> rows(String file) {
        InputStream resource = Table.class.getResourceAsStream(file);
        Objects.requireNonNull(resource, file);
        try (var reader =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
                        .lines()) {
            return reader.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        }
    }

    /// A regex of these literals, the longest first.
    static String anyOf(Collection<String> literals) {
        return literals.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
