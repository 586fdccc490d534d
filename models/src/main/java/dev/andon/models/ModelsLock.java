package dev.andon.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time changes the folder of the models: among the threads by the lock, among the
/// processes by the file. Not to be taken twice by one thread.
final class ModelsLock implements AutoCloseable {
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel file;

    private ModelsLock(FileChannel file) {
        this.file = file;
    }

    /// Waits for whoever is at it.
    static ModelsLock take(ModelFolders folders) throws IOException {
        Files.createDirectories(folders.root());
        THREADS.lock();
        boolean taken = false;
        try {
            ModelsLock lock = new ModelsLock(lockFile(folders));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                THREADS.unlock();
            }
        }
    }

    private static FileChannel lockFile(ModelFolders folders) throws IOException {
        FileChannel file =
                FileChannel.open(
                        folders.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            file.lock();
            return file;
        } catch (IOException refused) {
            file.close();
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            THREADS.unlock();
        }
    }
}
