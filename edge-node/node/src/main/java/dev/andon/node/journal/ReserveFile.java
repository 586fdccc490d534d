package dev.andon.node.journal;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/// A file that takes the room. It is written, not only declared long: an empty file of that length
/// would take no blocks. Its bytes are random, so that no file system packs them.
///
/// @param file its place, on the disk of the journal
/// @param bytes its length
public record ReserveFile(Path file, long bytes) implements Reserve {
    private static final Logger LOG = LoggerFactory.getLogger(ReserveFile.class);
    private static final int PIECE_BYTES = 1 << 20;
    private static final long SEED = 20_260_101;

    @Override
    public long freeBytes() {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException e) {
            throw failure("cannot be asked for its free room", e);
        }
    }

    @Override
    public boolean held() {
        try {
            return Files.exists(file) && Files.size(file) == bytes;
        } catch (IOException gone) {
            // Another process gave it up between the two questions.
            return false;
        }
    }

    @Override
    public void giveUp() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(half());
        } catch (IOException e) {
            throw failure("does not give up the reserve " + file, e);
        }
    }

    /// Wants twice its size: half of that stays for everything else.
    @Override
    public void rebuild() {
        if (held() || freeBytes() < 2 * bytes) {
            return;
        }
        try {
            write();
            Files.move(
                    half(),
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The room went to somebody else meanwhile: as before, there is no reserve.
            LOG.warn("The reserve {} cannot be written: {}", file, e.getMessage());
            giveUp();
        }
    }

    private void write() throws IOException {
        Random random = new Random(SEED);
        byte[] piece = new byte[PIECE_BYTES];
        try (FileChannel channel =
                FileChannel.open(
                        half(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; left -= PIECE_BYTES) {
                random.nextBytes(piece);
                ByteBuffer rest = ByteBuffer.wrap(piece, 0, (int) Math.min(left, PIECE_BYTES));
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
            channel.force(true);
        }
    }

    private Path half() {
        return Path.of(file + ".new");
    }

    private StageException failure(String what, IOException e) {
        return new StageException(
                Stage.STORE,
                "database-io",
                "The disk of %s %s (%s). Check the disk.".formatted(file, what, e.getMessage()),
                e);
    }
}
