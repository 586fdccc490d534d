package dev.andon.protocol.library;

import dev.andon.protocol.Protocol;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.signature.SignedEnvelope;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads a bundle. It unpacks nothing to the disk, so no name in it can do harm; nothing in it is
/// to be believed before the signatures are verified.
public final class BundleReader implements AutoCloseable {
    private final ZipFile zip;
    private final SignedEnvelope catalog;
    private final List<SignedEnvelope> manifests;

    private BundleReader(ZipFile zip) throws IOException {
        this.zip = zip;
        ZipEntry first = zip.getEntry(Bundle.CATALOG);
        if (first == null) {
            throw Bundle.notOne("there is no " + Bundle.CATALOG);
        }
        this.catalog = envelope(first);
        this.manifests = readManifests();
    }

    /// Opens one and reads its catalog and manifests.
    ///
    /// @throws ProtocolException `not-a-bundle`: something else, or cut short
    /// @throws IOException it cannot be read
    public static BundleReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (NoSuchFileException e) {
            throw e;
        } catch (ZipException e) {
            throw new ProtocolException(
                    "not-a-bundle",
                    "%s is no bundle, or only part of one (%s). Write it again."
                            .formatted(file, e.getMessage()),
                    e);
        }
        boolean open = false;
        try {
            BundleReader reader = new BundleReader(zip);
            open = true;
            return reader;
        } finally {
            if (!open) {
                zip.close();
            }
        }
    }

    /// The signed catalog.
    public SignedEnvelope catalog() {
        return catalog;
    }

    /// The signed manifests.
    public List<SignedEnvelope> manifests() {
        return manifests;
    }

    /// A block; empty if the bundle does not have it.
    ///
    /// @throws ProtocolException `corrupt-block`: its bytes are others
    public Optional<byte[]> block(String sha256) throws IOException {
        ZipEntry entry = zip.getEntry(Bundle.BLOCKS + sha256);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = bytes(entry, Block.BYTES_MAX);
            if (Sha256.of(bytes).equals(sha256)) {
                return Optional.of(bytes);
            }
            throw corrupt(sha256, null);
        } catch (ZipException e) {
            throw corrupt(sha256, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private List<SignedEnvelope> readManifests() throws IOException {
        List<SignedEnvelope> read = new ArrayList<>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (Bundle.MANIFEST.matcher(entry.getName()).matches()) {
                read.add(envelope(entry));
            }
            if (read.size() > Bundle.MANIFESTS_MAX) {
                throw Bundle.notOne("more than %d manifests".formatted(Bundle.MANIFESTS_MAX));
            }
        }
        return List.copyOf(read);
    }

    private SignedEnvelope envelope(ZipEntry entry) throws IOException {
        try {
            return SignedEnvelope.read(bytes(entry, Protocol.MESSAGE_BYTES_MAX));
        } catch (ProtocolException | ZipException e) {
            throw new ProtocolException(
                    "not-a-bundle",
                    "Not a bundle: %s cannot be read.".formatted(entry.getName()),
                    e);
        }
    }

    private byte[] bytes(ZipEntry entry, int most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ZipException(entry.getName() + " is too long");
            }
            return bytes;
        }
    }

    private static ProtocolException corrupt(String sha256, @Nullable Throwable cause) {
        return new ProtocolException(
                "corrupt-block",
                "The block %s of the bundle has other bytes than its name says.".formatted(sha256),
                cause);
    }
}
