package dev.andon.protocol;

import java.util.List;
import java.util.regex.Pattern;

/// Names and hashes, checked where they enter: they become topics, keys and names of files.
final class Names {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int FILE_NAME_CHARS_MAX = 255;

    private Names() {}

    /// A site, a node or a document.
    static String name(String name) {
        if (!Topics.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name: 1 to 64 lower case letters, digits and hyphens"
                            .formatted(shortened(name)));
        }
        return name;
    }

    static List<String> names(List<String> names) {
        names.forEach(Names::name);
        return List.copyOf(names);
    }

    static String sha256(String hash) {
        if (!SHA256.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no SHA-256 in hexadecimal digits".formatted(shortened(hash)));
        }
        return hash;
    }

    /// A file without a folder.
    static String fileName(String name) {
        boolean fits =
                !name.isBlank()
                        && name.length() <= FILE_NAME_CHARS_MAX
                        && !name.equals(".")
                        && !name.equals("..")
                        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ');
        if (!fits) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name of a file".formatted(shortened(name)));
        }
        return name;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
