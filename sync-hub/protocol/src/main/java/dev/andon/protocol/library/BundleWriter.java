package dev.andon.protocol.library;

import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.signature.SignedEnvelope;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle beside its place and moves it there when it is whole and on the disk: there is
/// never half of one. Not safe for several threads.
public final class BundleWriter implements AutoCloseable {
    /// Of every entry, so that the same library makes the same bytes.
    private static final LocalDateTime WRITTEN_AT = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Path file;
    private final Path unfinished;
    private final FileOutputStream bytes;
    private final ZipOutputStream zip;
    private final Set<String> written = new HashSet<>();

    private BundleWriter(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.unfinished =
                Files.createTempFile(this.file.getParent(), "." + file.getFileName(), ".part");
        this.bytes = new FileOutputStream(unfinished.toFile());
        this.zip = new ZipOutputStream(new BufferedOutputStream(bytes, Block.BYTES_MAX));
        zip.setMethod(ZipOutputStream.STORED);
    }

    /// Begins.
    ///
    /// @param file where it shall lie at the end; what lies there is replaced
    public static BundleWriter to(Path file) throws IOException {
        return new BundleWriter(file);
    }

    /// Adds the catalog.
    public void catalog(SignedEnvelope catalog) throws IOException {
        entry(Bundle.CATALOG, catalog.write());
    }

    /// Adds the manifest of a revision.
    public void manifest(DocumentKind kind, String id, long serial, SignedEnvelope manifest)
            throws IOException {
        entry(Bundle.manifest(kind, id, serial), manifest.write());
    }

    /// Adds a block, unless it is there.
    public void block(byte[] block) throws IOException {
        if (block.length == 0 || block.length > Block.BYTES_MAX) {
            throw new IllegalArgumentException("a block of " + block.length + " bytes");
        }
        entry(Bundle.BLOCKS + Sha256.of(block), block);
    }

    /// Puts it in its place, safe on the disk.
    ///
    /// @return its bytes
    public long finish() throws IOException {
        if (!written.contains(Bundle.CATALOG)) {
            throw new IllegalStateException("a bundle has a catalog");
        }
        zip.finish();
        zip.flush();
        bytes.getFD().sync();
        zip.close();
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return Files.size(file);
    }

    /// Throws away what was not finished.
    @Override
    public void close() throws IOException {
        bytes.close();
        Files.deleteIfExists(unfinished);
    }

    private void entry(String name, byte[] content) throws IOException {
        if (!written.add(name)) {
            return;
        }
        CRC32 check = new CRC32();
        check.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(check.getValue());
        entry.setTimeLocal(WRITTEN_AT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
