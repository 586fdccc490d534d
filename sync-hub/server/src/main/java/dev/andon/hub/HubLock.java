package dev.andon.hub;

import dev.andon.config.HubHome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// One hub a folder. The system frees the lock when the process ends, however it ends.
final class HubLock implements AutoCloseable {
    private final FileChannel channel;

    private HubLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws HubException `runs-already`, `unwritable`
    static HubLock take(HubHome home) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new HubException(
                        "runs-already",
                        "A hub runs on %s already: stop it, or choose another folder with --home."
                                .formatted(home.root()));
            }
            return new HubLock(channel);
        } catch (IOException e) {
            throw unwritable(home, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static HubException unwritable(HubHome home, IOException e) {
        return new HubException(
                "unwritable",
                "%s cannot be written (%s): check the disk and who owns the folder."
                        .formatted(home.lock(), e.getMessage()),
                e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
