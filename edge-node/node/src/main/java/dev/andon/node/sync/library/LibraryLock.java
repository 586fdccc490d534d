package dev.andon.node.sync.library;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// One installation at a time on this box, whoever makes it: the node that runs, or `andon
/// install`. The lock of a process that was killed is gone with it.
final class LibraryLock implements AutoCloseable {
    private final FileChannel channel;

    private LibraryLock(FileChannel channel) {
        this.channel = channel;
    }

    /// The lock; null if somebody else holds it.
    static @Nullable LibraryLock tryTake(LibraryFiles files) throws IOException {
        Files.createDirectories(files.root());
        FileChannel channel =
                FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new LibraryLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
