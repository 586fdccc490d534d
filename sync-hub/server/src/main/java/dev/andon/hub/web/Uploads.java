package dev.andon.hub.web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bodies on their way, as files.
final class Uploads {
    private static final String PREFIX = "upload-";

    private Uploads() {}

    static Path create(Path folder) {
        try {
            return Files.createTempFile(folder, PREFIX, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a hub that was killed left behind.
    static void sweep(Path folder) {
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            files.forEach(Uploads::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
