package dev.andon.node.sync.library;

import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A file that is put together of blocks, in whatever order they come. What the ledger says of it
/// is on the disk: first the bytes are forced there, then the ledger is told.
///
/// Used by one thread.
final class PartFile implements AutoCloseable {
    /// Blocks that a power cut loses at most.
    static final int UNWRITTEN_MAX = 32;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Ledger ledger;
    private final Ledger.Part part;
    private final Path partial;
    private final Path complete;
    private final Map<String, List<Long>> lacking = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final Map<Long, Block> unwritten = new HashMap<>();
    private final FileChannel channel;

    private PartFile(Ledger ledger, Ledger.Part part, Path partial, Path complete)
            throws IOException {
        this.ledger = ledger;
        this.part = part;
        this.partial = partial;
        this.complete = complete;
        Files.createDirectories(partial.getParent());
        if (Files.exists(complete)) {
            // It was complete and then spoilt, or the power was cut before the ledger heard of it.
            Files.move(complete, partial, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.exists(partial)) {
            ledger.spoilt(part);
        }
        this.channel =
                FileChannel.open(
                        partial,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    /// Opens a part that is not whole yet.
    ///
    /// @param path of the ledger
    /// @param blocks that the file consists of, in order
    static PartFile open(
            Ledger ledger, LibraryFiles files, Ledger.Part part, String path, List<Block> blocks)
            throws IOException {
        PartFile opened =
                new PartFile(ledger, part, files.file(path, false), files.file(path, true));
        Map<Long, Block> there = ledger.blocks(part);
        long offset = 0;
        for (Block block : blocks) {
            if (!block.equals(there.get(offset))) {
                opened.lacking.computeIfAbsent(block.sha256(), _ -> new ArrayList<>()).add(offset);
                opened.lengths.put(block.sha256(), block.length());
            }
            offset += block.length();
        }
        return opened;
    }

    /// The blocks that are not here, in the order of the file.
    Collection<String> lacking() {
        return List.copyOf(lacking.keySet());
    }

    boolean lacks(String sha256) {
        return lacking.containsKey(sha256);
    }

    boolean isFull() {
        return lacking.isEmpty();
    }

    /// Takes a block whose bytes match its name; false if it is not lacking, or not as long as the
    /// list says.
    boolean take(String sha256, byte[] bytes) throws IOException {
        Integer length = lengths.get(sha256);
        if (!lacking.containsKey(sha256) || length == null || length != bytes.length) {
            return false;
        }
        for (long offset : lacking.getOrDefault(sha256, List.of())) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, offset + buffer.position());
            }
            unwritten.put(offset, new Block(sha256, bytes.length));
        }
        lacking.remove(sha256);
        if (unwritten.size() >= UNWRITTEN_MAX) {
            flush();
        }
        return true;
    }

    /// Forces what was taken to the disk and tells the ledger.
    void flush() throws IOException {
        if (!unwritten.isEmpty()) {
            channel.force(true);
            ledger.written(part, unwritten);
            unwritten.clear();
        }
    }

    /// The SHA-256 of all of it, hexadecimal.
    String sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long offset = 0;
        for (int read = channel.read(buffer, offset);
                read > 0;
                read = channel.read(buffer, offset)) {
            digest.update(buffer.flip());
            buffer.clear();
            offset += read;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// All of it, for the small files of lists.
    byte[] bytes() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {
            continue;
        }
        return buffer.array();
    }

    /// It is full and verified: it gets its name.
    void complete() throws IOException {
        flush();
        channel.force(true);
        Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
        LibraryFiles.flush(Objects.requireNonNull(complete.getParent()));
        ledger.whole(part);
    }

    /// It is full, but not the file that was meant: nothing of it is believed any more.
    void spoilt() throws IOException {
        unwritten.clear();
        ledger.spoilt(part);
        channel.truncate(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
