package dev.andon.knowledge.corpus;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether a manual changed.
final class FileHash {
    private FileHash() {}

    /// The SHA-256 of a file, hexadecimal.
    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest =
                        new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "unreadable",
                    "%s cannot be read (%s); check the disk and the rights."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
