package dev.andon.node.sync.library;

import dev.andon.node.sync.library.PartName.Level;
import dev.andon.node.sync.library.PartName.Tree;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts one file of a revision together, a level of its tree of blocks after the other: the root,
/// the list, the file. Blocks that lie anywhere on the disk are copied, the others are lacking.
///
/// Used by one thread.
final class TreeFetch implements AutoCloseable {
    private final Ledger ledger;
    private final LibraryFiles files;
    private final Revision revision;
    private final Tree tree;
    private final FileTree wanted;
    private @Nullable PartFile open;
    private @Nullable Level level;
    private long reused;
    private int levels;

    TreeFetch(Ledger ledger, LibraryFiles files, Revision revision, Tree tree, FileTree wanted) {
        this.ledger = ledger;
        this.files = files;
        this.revision = revision;
        this.tree = tree;
        this.wanted = wanted;
    }

    /// Goes as far as what is on the disk allows.
    ///
    /// @throws LibraryException `corrupt-file`
    void start() throws IOException {
        if (isWhole(Level.CONTENT)) {
            return;
        }
        if (wanted.rootLength() < 1 || wanted.rootLength() > Block.BYTES_MAX) {
            throw corrupt("its root has %d bytes".formatted(wanted.rootLength()));
        }
        begin(Level.ROOT, List.of(new Block(wanted.root(), wanted.rootLength())));
    }

    /// Whether the file is whole.
    boolean isComplete() {
        return level == null;
    }

    /// Counts the levels that were begun.
    int levels() {
        return levels;
    }

    /// What it lacks at its present level, in order.
    Collection<String> lacking() {
        return open == null ? List.of() : open.lacking();
    }

    boolean lacks(String sha256) {
        return open != null && open.lacks(sha256);
    }

    /// Bytes that were copied from other files since this was asked last.
    long takeReused() {
        long bytes = reused;
        reused = 0;
        return bytes;
    }

    /// Takes a block whose bytes match its name; false if it is of no use here.
    boolean take(String sha256, byte[] bytes) throws IOException {
        PartFile part = open;
        if (part == null || !part.take(sha256, bytes)) {
            return false;
        }
        advance();
        return true;
    }

    /// Forces what was taken to the disk.
    void flush() throws IOException {
        if (open != null) {
            open.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void begin(Level next, List<Block> blocks) throws IOException {
        close();
        level = next;
        levels++;
        PartName name = new PartName(tree, next);
        String path = files.path(revision, name);
        PartFile part =
                PartFile.open(ledger, files, ledger.part(revision, name, path), path, blocks);
        open = part;
        for (String sha256 : part.lacking()) {
            Optional<byte[]> bytes = here(sha256);
            if (bytes.isPresent() && part.take(sha256, bytes.get())) {
                reused += bytes.get().length;
            }
        }
        part.flush();
        advance();
    }

    private void advance() throws IOException {
        PartFile part = open;
        Level at = level;
        if (part == null || at == null || !part.isFull()) {
            return;
        }
        switch (at) {
            case ROOT -> begin(Level.LIST, listed(part));
            case LIST -> begin(Level.CONTENT, content(part));
            case CONTENT -> finish(part);
        }
    }

    private List<Block> listed(PartFile part) throws IOException {
        part.flush();
        try {
            return Block.read(part.bytes());
        } catch (ProtocolException e) {
            part.spoilt();
            throw corrupt(String.valueOf(e.getMessage()));
        }
    }

    private List<Block> content(PartFile part) throws IOException {
        List<Block> blocks = listed(part);
        long length = blocks.stream().mapToLong(Block::length).sum();
        if (length != wanted.length()) {
            part.spoilt();
            throw corrupt(
                    "its blocks have %d bytes, the manifest says %d"
                            .formatted(length, wanted.length()));
        }
        return blocks;
    }

    private void finish(PartFile part) throws IOException {
        part.flush();
        String sha256 = part.sha256();
        if (!sha256.equals(wanted.sha256())) {
            part.spoilt();
            throw corrupt("its SHA-256 is " + sha256);
        }
        part.complete();
        close();
        level = null;
    }

    private boolean isWhole(Level at) {
        PartName name = new PartName(tree, at);
        String path = files.path(revision, name);
        return ledger.part(revision, name, path).whole() && Files.exists(files.file(path, true));
    }

    /// A block that some other file has; what is not there any more, or has other bytes, is told
    /// to the ledger.
    private Optional<byte[]> here(String sha256) throws IOException {
        Optional<Ledger.Place> place = ledger.find(sha256);
        while (place.isPresent()) {
            byte[] bytes = read(place.get());
            if (bytes.length > 0 && Sha256.of(bytes).equals(sha256)) {
                return Optional.of(bytes);
            }
            ledger.lost(place.get());
            place = ledger.find(sha256);
        }
        return Optional.empty();
    }

    private byte[] read(Ledger.Place place) throws IOException {
        Path file = files.file(place.path(), place.whole());
        if (!Files.exists(file)) {
            return new byte[0];
        }
        ByteBuffer buffer = ByteBuffer.allocate(place.length());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining()
                    && channel.read(buffer, place.offset() + buffer.position()) > 0) {
                continue;
            }
        }
        return buffer.hasRemaining() ? new byte[0] : buffer.array();
    }

    private LibraryException corrupt(String why) {
        return new LibraryException(
                "corrupt-file",
                "The %s of %s is not what its manifest says: %s. Add the revision again."
                        .formatted(
                                tree.name().toLowerCase(Locale.ROOT),
                                revision.document().label(),
                                why));
    }
}
