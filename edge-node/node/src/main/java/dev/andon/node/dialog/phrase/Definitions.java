package dev.andon.node.dialog.phrase;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names for what many phrases share: `<stopped>` in a phrase is one of the lines of the list
/// `[<stopped>]`, which may have such names themselves.
///
/// @param lists of a phrase set, by name
record Definitions(Map<String, List<String>> lists) {
    private static final Pattern NAME = Pattern.compile("<[^<>]*>");

    /// A name within a name within a name is enough; one within itself has no end.
    private static final int DEPTH_MAX = 4;

    /// Characters of a phrase with all that its names stand for.
    private static final int CHARS_MAX = 20_000;

    Definitions {
        lists = Map.copyOf(lists);
    }

    /// Whether a list defines a name.
    static boolean isName(String list) {
        return NAME.matcher(list).matches();
    }

    /// The phrase with what its names stand for.
    ///
    /// @throws IllegalArgumentException with what is wrong with it, as the end of a sentence that
    ///     begins with the phrase
    String written(String phrase) {
        String written = phrase;
        for (int depth = 0; NAME.matcher(written).find(); depth++) {
            if (depth == DEPTH_MAX || written.length() > CHARS_MAX) {
                throw new IllegalArgumentException(
                        "has a name that stands for itself, or for too much");
            }
            written = NAME.matcher(written).replaceAll(name -> choice(name.group()));
        }
        if (written.contains("<") || written.contains(">")) {
            throw new IllegalArgumentException("opens '<' without closing it, or the other way");
        }
        return written;
    }

    private String choice(String name) {
        List<String> lines = lists.getOrDefault(name, List.of());
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "has the name %s, and there is no list [%s]".formatted(name, name));
        }
        return Matcher.quoteReplacement("(" + String.join("|", lines) + ")");
    }
}
