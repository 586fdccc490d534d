package dev.andon.knowledge.corpus;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.models.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells whether a manual changed.
final class FileHash {
    private FileHash() {}

    /// The SHA-256 of a file, hexadecimal.
    static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "unreadable",
                    "%s cannot be read (%s); check the disk and the rights."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /// Refuses a manual that somebody wrote to while it was read: what was read may be half old,
    /// half new.
    ///
    /// @param before its hash when the reading began
    static void refuseChanged(Path file, String before) {
        if (!Files.exists(file) || !sha256(file).equals(before)) {
            throw new StageException(
                    Stage.CORPUS,
                    "manual-changing",
                    "%s changed while it was read: index again when nobody writes to it."
                            .formatted(file));
        }
    }
}
