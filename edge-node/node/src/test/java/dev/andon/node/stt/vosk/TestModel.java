package dev.andon.node.stt.vosk;

import dev.andon.node.stt.Pronouncer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The speech model made by this project, and a pronouncer that knows a handful of words.
final class TestModel {
    static final Path FOLDER =
            Path.of(System.getProperty("andon.root"), "models/embedded/vosk-andon-en");

    private static final Map<String, String> SPOKEN =
            Map.of(
                    "thermocouple", "T r= m @U k V p @ l",
                    "spindle", "s p I n d @ l",
                    "rinser", "r I n s r=",
                    "which", "w I tS",
                    "carrier", "k { r i r=");

    /// What each word sounds like; nothing for all others.
    static final Pronouncer PRONOUNCER =
            word -> {
                String phones = SPOKEN.get(word);
                return phones == null ? List.of() : List.of(List.of(phones.split(" ")));
            };

    private TestModel() {}

    /// A copy that a test may spoil.
    static Path copyTo(Path folder) {
        try (var files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps only the beginning of a file.
    static void cut(Path file, long bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, (int) bytes));
    }
}
