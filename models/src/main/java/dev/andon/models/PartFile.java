package dev.andon.models;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file on its way, with a note of which edition it is a part of (the server's ETag or date), so
/// that two editions are never glued together.
///
/// @param file where it will lie when it is whole
record PartFile(Path file) {
    Path part() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /// How many bytes are here that another attempt can go on from.
    long bytes() throws IOException {
        return Files.exists(part()) ? Files.size(part()) : 0;
    }

    /// The edition; null if the server named none.
    @Nullable String edition() throws IOException {
        return Files.exists(note()) ? Files.readString(note()) : null;
    }

    /// Forgets what is here and begins with this edition.
    void begin(@Nullable String edition) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(note());
        if (Files.exists(part())) {
            try (FileChannel part = FileChannel.open(part(), StandardOpenOption.WRITE)) {
                part.truncate(0);
            }
        }
        if (edition != null) {
            Files.writeString(note(), edition);
        }
    }

    FileChannel append() throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.position(channel.size());
    }

    static void write(FileChannel out, byte[] bytes, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /// It is whole.
    void complete() throws IOException {
        Files.move(part(), file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(note());
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(part());
        Files.deleteIfExists(note());
    }

    private Path note() {
        return file.resolveSibling(file.getFileName() + ".edition");
    }
}
