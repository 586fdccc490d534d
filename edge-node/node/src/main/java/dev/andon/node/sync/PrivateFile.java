package dev.andon.node.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files that only this user may read, written whole or not at all.
public final class PrivateFile {
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    /// Creates the folder of a file, for this user alone, and writes the file beside itself, then
    /// moves it into its place.
    ///
    /// @param forced whether it is on the disk when this returns
    /// @throws SyncException `not-written`
    public static void write(Path file, byte[] bytes, boolean forced) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, FOLDER);
            Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".tmp", FILE);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                if (forced) {
                    channel.force(true);
                }
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            if (forced) {
                force(folder);
            }
        } catch (IOException e) {
            throw new SyncException(
                    "not-written",
                    "Cannot write %s (%s). Make its folder writable for this user, with room on the disk."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /// The move itself lasts when the folder is on the disk.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
