package dev.andon.hub.library.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Files under their SHA-256, whole or not there: each is written elsewhere, forced to the disk and
/// then renamed. Beside them a folder of what is on its way, emptied at every start.
public final class ContentFiles {
    private final Path kept;
    private final Path incoming;

    private ContentFiles(Path kept, Path incoming) {
        this.kept = kept;
        this.incoming = incoming;
    }

    /// Opens the folders and throws away what was on its way when the power went.
    public static ContentFiles open(Path folder) {
        ContentFiles files = new ContentFiles(folder.resolve("files"), folder.resolve("incoming"));
        try {
            Files.createDirectories(files.kept);
            delete(files.incoming);
            Files.createDirectories(files.incoming);
            return files;
        } catch (IOException e) {
            throw broken("the folder of the library", folder, e);
        }
    }

    /// A folder of its own for something on its way.
    public Path draft() {
        try {
            return Files.createTempDirectory(incoming, "draft-");
        } catch (IOException e) {
            throw broken("a draft", incoming, e);
        }
    }

    /// Throws a draft away.
    public void discard(Path draft) {
        if (!draft.startsWith(incoming)) {
            throw new IllegalArgumentException(draft + " is no draft");
        }
        try {
            delete(draft);
        } catch (IOException e) {
            throw broken("a draft", draft, e);
        }
    }

    /// Whether a path lies in a draft.
    public boolean isDraft(Path path) {
        return path.toAbsolutePath().normalize().startsWith(incoming.toAbsolutePath());
    }

    /// Moves a draft to its name. What has the name already stays, for it is the same.
    public void keep(Path draft, String sha256) {
        Path target = of(sha256);
        try {
            if (Files.exists(target)) {
                Files.delete(draft);
                return;
            }
            force(draft, StandardOpenOption.WRITE);
            Path folder = Objects.requireNonNull(target.getParent());
            Files.createDirectories(folder);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
            force(kept, StandardOpenOption.READ);
        } catch (IOException e) {
            throw broken("a file", target, e);
        }
    }

    /// Where a kept file lies.
    public Path of(String sha256) {
        return kept.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /// Bytes of a kept file.
    ///
    /// @throws IOException it is not there, or shorter
    public byte[] read(String sha256, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(of(sha256), StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, from + buffer.position()) < 0) {
                    throw new IOException("the file ends too early");
                }
            }
        }
        return buffer.array();
    }

    /// Deletes kept files that nobody wants.
    public void keepOnly(Predicate<String> wanted) {
        List<Path> unwanted = new ArrayList<>();
        try (Stream<Path> all = Files.walk(kept, 2)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !wanted.test(file.getFileName().toString()))
                    .forEach(unwanted::add);
            for (Path file : unwanted) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw broken("the files of the library", kept, e);
        }
    }

    static UncheckedIOException broken(String what, Path where, IOException cause) {
        return new UncheckedIOException(
                "%s cannot be kept below %s (%s): check the disk's space and the rights."
                        .formatted(what, where, cause),
                cause);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
