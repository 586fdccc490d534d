package dev.andon.hub.library;

import dev.andon.hub.library.block.BlockTable.Found;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.library.Block;
import dev.andon.protocol.library.BundleWriter;
import dev.andon.protocol.signature.SignedEnvelope;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Writes what nodes are to serve into one file, for plants without a link: the same signed catalog
/// and manifests, the same blocks.
final class Bundles {
    private final LibraryParts parts;

    Bundles(LibraryParts parts) {
        this.parts = parts;
    }

    /// @param ring whose revisions are written; null: those of all rings
    /// @throws LibraryException `unknown-ring`, `not-staged`, `damaged`
    List<Revision> write(Path file, @Nullable String ring) {
        Content content = parts.store().read(handle -> content(handle, ring));
        try (BundleWriter writer = BundleWriter.to(file)) {
            writer.catalog(envelope(content.catalog()));
            for (Signed one : content.revisions()) {
                DocumentKey document = one.revision().document();
                writer.manifest(
                        document.kind(),
                        document.id(),
                        one.revision().serial(),
                        envelope(one.envelope()));
            }
            for (Signed one : content.revisions()) {
                for (FileTree tree : one.revision().trees()) {
                    blocks(writer, tree);
                }
            }
            writer.finish();
            return content.revisions().stream().map(Signed::revision).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The bundle %s cannot be written (%s): check the disk's space and the rights."
                            .formatted(file, e),
                    e);
        }
    }

    private record Signed(Revision revision, String envelope) {}

    private record Content(String catalog, List<Signed> revisions) {}

    private static Content content(Handle handle, @Nullable String ring) {
        if (ring != null && !Rings.names(handle).contains(ring)) {
            throw Rings.unknown(handle, ring);
        }
        List<Signed> revisions =
                StageRows.all(handle).stream()
                        .filter(stage -> ring == null || stage.ring().equals(ring))
                        .filter(stage -> stage.told() != null)
                        .map(stage -> new Told(stage.document(), stage.told()))
                        .distinct()
                        .map(told -> signed(handle, told))
                        .toList();
        if (revisions.isEmpty()) {
            throw new LibraryException(
                    "not-staged",
                    "Nothing is to be served%s: there is nothing to put into a bundle. Stage it first: andon library stage DOCUMENT REVISION"
                            .formatted(ring == null ? "" : " by the ring \"" + ring + "\""));
        }
        return new Content(Catalogs.last(handle).orElseThrow().envelope(), revisions);
    }

    private record Told(DocumentKey document, @Nullable Long serial) {}

    private static Signed signed(Handle handle, Told told) {
        long serial = Objects.requireNonNull(told.serial());
        return new Signed(
                RevisionRows.one(handle, told.document(), serial),
                Manifests.latest(handle, told.document(), serial).orElseThrow().envelope());
    }

    private static SignedEnvelope envelope(String json) {
        return SignedEnvelope.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private void blocks(BundleWriter writer, FileTree tree) throws IOException {
        for (Block block : parts.blocks().blocks(tree)) {
            switch (parts.blocks().find(block.sha256())) {
                case Found.Bytes found -> writer.block(found.bytes());
                case Found.Unknown _ -> throw damaged(block.sha256());
                case Found.Damaged(var file) -> throw damaged(file);
            }
        }
    }

    private static LibraryException damaged(String what) {
        return new LibraryException(
                "damaged",
                "The library is damaged: the disk does not give %s as it was written. Restore the library from its backup."
                        .formatted(what));
    }
}
