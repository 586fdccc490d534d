package dev.andon.hub.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Types of manuals by the ends of their names.
final class MediaTypes {
    private static final Map<String, String> BY_ENDING =
            Map.of(
                    "pdf", "application/pdf",
                    "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "html", "text/html",
                    "htm", "text/html",
                    "md", "text/markdown",
                    "csv", "text/csv",
                    "txt", "text/plain");

    private MediaTypes() {}

    static String of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
