package dev.andon.node.redaction;

import dev.andon.config.ConfigException;
import dev.andon.config.source.Problem;
import dev.andon.config.source.SourceException;
import dev.andon.config.source.SourceText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The people of the plant, by name. Lives in memory only; nothing of it is ever written.
///
/// @param names `Marguerite Dupont` or `Dupont, Marguerite`
public record Roster(List<String> names) {
    /// More people than this are refused.
    public static final int NAMES_MAX = 20_000;

    /// Nobody is named: only what can be told by its form is taken out.
    public static final Roster NOBODY = new Roster(List.of());

    public Roster {
        names = List.copyOf(names);
    }

    /// Reads a file of one name a line; `#` begins a comment.
    ///
    /// @param file null: nobody
    /// @throws ConfigException it cannot be read, or names too many
    public static Roster read(@Nullable Path file) {
        if (file == null) {
            return NOBODY;
        }
        List<String> names;
        try {
            names =
                    SourceText.read(file)
                            .text()
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(Roster::inOrder)
                            .toList();
        } catch (SourceException unreadable) {
            throw new ConfigException(unreadable.problem(), unreadable);
        }
        if (names.size() > NAMES_MAX) {
            throw new ConfigException(
                    List.of(
                            new Problem(
                                    file,
                                    0,
                                    "",
                                    "it names %d people".formatted(names.size()),
                                    "name %d at most".formatted(NAMES_MAX))));
        }
        return new Roster(names);
    }

    /// Does not show the names.
    @Override
    public String toString() {
        return "Roster[" + names.size() + " people]";
    }

    private static String inOrder(String line) {
        String[] parts = line.split(",", 2);
        return parts.length == 2 ? parts[1].strip() + " " + parts[0].strip() : line;
    }
}
