package dev.andon.hub.library.block;

import dev.andon.hub.library.LibraryException;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// Turns files into trees of blocks and keeps all three levels: the file, the list of its blocks,
/// and the root that lists the blocks of the list. Memory does not grow with the file.
public final class FileTreeBuilder {
    /// Beyond it blocks are larger, or the root would not fit a message.
    static final long USUAL_BYTES_MAX = 8L << 30;

    /// The largest file: about 1,800 blocks of a list, of 900 entries each, of 32 KiB each.
    public static final long FILE_BYTES_MAX = 32L << 30;

    private final ContentFiles files;

    /// Keeps what it builds there.
    public FileTreeBuilder(ContentFiles files) {
        this.files = files;
    }

    /// How the bytes of a file are cut.
    @FunctionalInterface
    private interface Cut {
        void cut(InputStream in, FastCdc.Pieces pieces) throws IOException;
    }

    /// Cuts a file by its content.
    ///
    /// @param draft moved into the library
    /// @throws LibraryException `empty`, `too-large`
    public BuiltTree byContent(Path draft) {
        FastCdc cdc = cdc(draft);
        return build(draft, cdc, cdc::cut);
    }

    /// Cuts a file of records so that each is a block.
    ///
    /// @param draft moved into the library
    /// @param recordBytes of each
    /// @throws LibraryException `empty`, `too-large`
    public BuiltTree byRecord(Path draft, int recordBytes) {
        return build(draft, cdc(draft), (in, pieces) -> records(in, recordBytes, pieces));
    }

    private static FastCdc cdc(Path file) {
        long length = size(file);
        if (length == 0) {
            throw new LibraryException("empty", "%s is empty.".formatted(file.getFileName()));
        }
        if (length > FILE_BYTES_MAX) {
            throw tooLarge(file, length);
        }
        return length > USUAL_BYTES_MAX ? FastCdc.LARGE : FastCdc.USUAL;
    }

    private BuiltTree build(Path draft, FastCdc lists, Cut cut) {
        Path list = draft.resolveSibling(draft.getFileName() + ".list");
        Path root = draft.resolveSibling(draft.getFileName() + ".root");
        Level file = level(draft, list, cut);
        Level listed = level(list, root, lists::cut);
        long rootLength = size(root);
        if (rootLength > Block.BYTES_MAX) {
            throw tooLarge(draft, file.length());
        }
        String rootSha = Sha256.of(bytes(root));
        files.keep(draft, file.sha256());
        files.keep(list, listed.sha256());
        files.keep(root, rootSha);
        FileTree tree = new FileTree(file.sha256(), file.length(), rootSha, (int) rootLength);
        return new BuiltTree(tree, listed.sha256(), file.blocks());
    }

    /// @param sha256 of the whole
    /// @param length of the whole
    /// @param blocks that it has
    private record Level(String sha256, long length, int blocks) {}

    /// Writes the list of the blocks of a file.
    private static Level level(Path file, Path list, Cut cut) {
        MessageDigest whole = Sha256.digest();
        long[] lengthAndBlocks = new long[2];
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(list))) {
            MessageDigest one = Sha256.digest();
            cut.cut(
                    in,
                    (buffer, from, length) -> {
                        whole.update(buffer, from, length);
                        one.update(buffer, from, length);
                        String name = HexFormat.of().formatHex(one.digest());
                        out.write(Block.write(List.of(new Block(name, length))));
                        lengthAndBlocks[0] += length;
                        lengthAndBlocks[1]++;
                    });
        } catch (IOException e) {
            throw ContentFiles.broken("the list of blocks", list, e);
        }
        return new Level(
                HexFormat.of().formatHex(whole.digest()),
                lengthAndBlocks[0],
                (int) lengthAndBlocks[1]);
    }

    private static void records(InputStream in, int recordBytes, FastCdc.Pieces pieces)
            throws IOException {
        byte[] record = new byte[recordBytes];
        int read = in.readNBytes(record, 0, recordBytes);
        while (read > 0) {
            pieces.take(record, 0, read);
            read = in.readNBytes(record, 0, recordBytes);
        }
    }

    private static LibraryException tooLarge(Path file, long length) {
        return new LibraryException(
                "too-large",
                "%s has %,d bytes; %,d are the most that can be pushed."
                        .formatted(file.getFileName(), length, FILE_BYTES_MAX));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw ContentFiles.broken("a file", file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw ContentFiles.broken("a file", file, e);
        }
    }
}
