package dev.andon.hub.library;

import dev.andon.hub.library.LibraryStatus.DocumentStatus;
import dev.andon.hub.library.LibraryStatus.RevisionStatus;
import dev.andon.hub.library.LibraryStatus.RingStatus;
import dev.andon.protocol.Catalog.Ring;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/// Puts the status together, all of it as it stood at one moment.
final class StatusReport {
    private final Handle handle;
    private final List<String> rings;
    private final List<Stage> stages;
    private final Proof proof;

    StatusReport(Handle handle) {
        List<Ring> kept = Rings.all(handle);
        this.handle = handle;
        this.rings = Rings.names(handle);
        this.stages = StageRows.all(handle);
        this.proof = new Proof(FleetReports.read(handle), kept);
    }

    LibraryStatus status() {
        Optional<Catalogs.Signed> catalog = Catalogs.last(handle);
        return new LibraryStatus(
                catalog.map(Catalogs.Signed::version).orElse(0L),
                catalog.map(Catalogs.Signed::expires).orElse(0L),
                RevisionRows.documents(handle).stream().map(this::document).toList());
    }

    private DocumentStatus document(DocumentKey document) {
        List<Revision> revisions = RevisionRows.of(handle, document);
        return new DocumentStatus(
                document.name(),
                revisions.stream().map(this::revision).toList(),
                rings.stream()
                        .flatMap(ring -> stages.stream().filter(one -> one.ring().equals(ring)))
                        .filter(stage -> stage.document().equals(document))
                        .map(stage -> ring(stage, revisions))
                        .toList());
    }

    private RevisionStatus revision(Revision revision) {
        return handle.createQuery(
                        """
                        select coalesce(sum(blocks_served), 0) as blocks,
                            coalesce(sum(bytes_served), 0) as bytes
                        from library_manifest
                        where kind = :kind and id = :id and serial = :serial\
                        """)
                .bind("kind", revision.document().kindName())
                .bind("id", revision.document().id())
                .bind("serial", revision.serial())
                .map(
                        (row, _) ->
                                new RevisionStatus(
                                        revision.serial(),
                                        revision.revision(),
                                        revision.about().title(),
                                        revision.added(),
                                        revision.file().length(),
                                        row.getLong("blocks"),
                                        row.getLong("bytes")))
                .one();
    }

    private RingStatus ring(Stage stage, List<Revision> revisions) {
        String revision =
                revisions.stream()
                        .filter(one -> one.serial() == stage.serial())
                        .map(Revision::revision)
                        .findFirst()
                        .orElse("?");
        return new RingStatus(
                stage.ring(),
                stage.serial(),
                revision,
                stage.rollback(),
                stage.staged(),
                stage.halt() == null ? null : stage.haltedWords(),
                proof.states(stage));
    }
}
