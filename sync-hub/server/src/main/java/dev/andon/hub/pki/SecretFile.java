package dev.andon.hub.pki;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that only its owner reads, written whole or not at all.
final class SecretFile {
    private static final String OWNER = "rw-------";

    private SecretFile() {}

    /// @throws PkiException `unwritable`
    static void write(Path file, String text) {
        try {
            Path half =
                    Files.createTempFile(folder(file), file.getFileName() + "-", ".new", owner());
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder(file));
        } catch (IOException e) {
            throw new PkiException(
                    "unwritable",
                    "%s cannot be written (%s): check the disk and who owns the folder."
                            .formatted(file, e),
                    e);
        }
    }

    /// @throws PkiException `damaged`
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /// Nothing is made in its place without being asked: others trust what it holds.
    static PkiException damaged(Path file, Throwable cause) {
        return new PkiException(
                "damaged",
                ("%s cannot be read (%s): bring it back from a backup. If it is deleted the hub"
                     + " makes a new one, and who trusted the old one must be told: every node must"
                     + " enrol again after a new authority or signing key.")
                        .formatted(file, cause.getMessage()),
                cause);
    }

    /// After a power cut the new name stands too.
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }

    private static FileAttribute<?>[] owner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER))
                }
                : new FileAttribute<?>[0];
    }
}
