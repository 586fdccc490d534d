package dev.andon.hub.library;

import dev.andon.hub.library.FleetReports.Installation;
import dev.andon.hub.library.Stage.Halt;
import dev.andon.protocol.Catalog.Ring;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Decides which ring serves what, each decision with the catalog that tells it in one transaction.
final class Rollout {
    private final ReentrantLock one = new ReentrantLock();
    private final LibraryParts parts;
    private final Catalogs catalogs;
    private final AtomicLong version;

    Rollout(LibraryParts parts, Catalogs catalogs) {
        this.parts = parts;
        this.catalogs = catalogs;
        this.version =
                new AtomicLong(
                        parts.store()
                                .read(
                                        handle ->
                                                Catalogs.last(handle)
                                                        .map(Catalogs.Signed::version)
                                                        .orElse(0L)));
    }

    /// Of the catalog that holds; 0 before anything was decided.
    long version() {
        return version.get();
    }

    // --- rings

    List<Ring> rings() {
        return parts.store().read(Rings::all);
    }

    void ring(Ring ring) {
        decide(
                (handle, _) -> {
                    Rings.set(handle, ring);
                    return ring;
                });
    }

    void removeRing(String name) {
        decide(
                (handle, _) -> {
                    Rings.remove(handle, name);
                    return name;
                });
    }

    // --- decisions

    Stage stage(Revision revision, @Nullable String wanted, @Nullable String force) {
        return decide(
                (handle, now) -> {
                    List<String> names = Rings.names(handle);
                    String ring = wanted == null ? names.getFirst() : wanted;
                    if (!names.contains(ring)) {
                        throw Rings.unknown(handle, ring);
                    }
                    if (!ring.equals(names.getFirst()) && force == null) {
                        throw new LibraryException(
                                "not-proven",
                                "A revision begins in the ring \"%s\" and is promoted from there. To stage it in \"%s\" at once, say why with --force REASON."
                                        .formatted(names.getFirst(), ring));
                    }
                    Stage stage = following(handle, revision, ring, now);
                    StageRows.put(handle, stage);
                    StageRows.decided(handle, "stage", stage, force);
                    return stage;
                });
    }

    Stage promote(DocumentKey document, @Nullable String force) {
        return decide(
                (handle, now) -> {
                    Step step = step(handle, document);
                    if (force == null) {
                        refuseUnproven(handle, step.from());
                    } else {
                        resume(handle, document, step.from().serial(), now);
                    }
                    Revision revision = RevisionRows.one(handle, document, step.from().serial());
                    Stage stage = following(handle, revision, step.to(), now);
                    StageRows.put(handle, stage);
                    StageRows.decided(handle, "promote", stage, force);
                    return stage;
                });
    }

    List<Stage> rollback(DocumentKey document) {
        return decide(
                (handle, now) -> {
                    List<Stage> staged = staged(handle, document);
                    long last = front(staged).serial();
                    long back =
                            StageRows.stagedBefore(handle, document, last)
                                    .orElseThrow(() -> noPrevious(document));
                    List<Stage> all = new ArrayList<>();
                    for (Stage one : staged) {
                        Stage stage = new Stage(document, one.ring(), back, true, now, null, null);
                        StageRows.put(handle, stage);
                        StageRows.decided(handle, "rollback", stage, null);
                        all.add(stage);
                    }
                    return all;
                });
    }

    /// Halts what a node refused, and signs again what grows old.
    ///
    /// @return whether there is a new catalog
    boolean tend() {
        long now = parts.clock().millis();
        List<Refused> refused = parts.store().read(Rollout::refusals);
        boolean old = parts.store().read(handle -> catalogs.isOld(handle, now));
        if (refused.isEmpty() && !old) {
            return false;
        }
        decide(
                (handle, at) -> {
                    for (Refused one : refused) {
                        StageRows.halt(
                                handle, one.stage().document(), one.stage().serial(), one.halt(at));
                    }
                    return refused;
                });
        return true;
    }

    private record Refused(Stage stage, Installation by) {
        Halt halt(long at) {
            return new Halt(
                    at,
                    by.node(),
                    Objects.requireNonNullElse(by.code(), "unknown"),
                    Objects.requireNonNullElse(by.reason(), "no reason was given"));
        }
    }

    private static List<Refused> refusals(Handle handle) {
        List<Stage> going =
                StageRows.all(handle).stream().filter(stage -> stage.halt() == null).toList();
        long since = going.stream().mapToLong(Stage::staged).min().orElse(Long.MAX_VALUE);
        List<Installation> reports = FleetReports.refusedSince(handle, since);
        if (reports.isEmpty()) {
            return List.of();
        }
        Proof proof = new Proof(FleetReports.read(handle), Rings.all(handle));
        List<Refused> refused = new ArrayList<>();
        for (Stage stage : going) {
            proof.refusal(stage).ifPresent(by -> refused.add(new Refused(stage, by)));
        }
        return refused;
    }

    // --- how

    /// @param from the ring that has proven it
    /// @param to the one that follows
    private record Step(Stage from, String to) {}

    /// The last ring that has what the first ring has, and the next one.
    private static Step step(Handle handle, DocumentKey document) {
        List<String> names = Rings.names(handle);
        List<Stage> staged = staged(handle, document);
        Stage from = front(staged);
        for (String name : names.subList(names.indexOf(from.ring()) + 1, names.size())) {
            Optional<Stage> next = of(staged, name);
            if (next.isEmpty() || next.get().serial() != from.serial()) {
                return new Step(from, name);
            }
            from = next.get();
        }
        throw new LibraryException(
                "not-staged",
                "Every ring is to serve number %d of %s already."
                        .formatted(from.serial(), document.name()));
    }

    private static void refuseUnproven(Handle handle, Stage from) {
        Proof proof = new Proof(FleetReports.read(handle), Rings.all(handle));
        List<String> lacking = new ArrayList<>();
        if (from.halt() != null) {
            lacking.add(from.haltedWords());
        }
        List<NodeState> states = proof.states(from);
        if (states.isEmpty()) {
            lacking.add("it has no nodes");
        }
        states.stream()
                .map(NodeState::lacks)
                .filter(Objects::nonNull)
                .filter(why -> !lacking.contains(why))
                .forEach(lacking::add);
        if (!lacking.isEmpty()) {
            throw new LibraryException(
                    "not-proven",
                    "The ring \"%s\" has not proven number %d of %s: %s. Wait, mend it, or say why it goes on with --force REASON."
                            .formatted(
                                    from.ring(),
                                    from.serial(),
                                    from.document().name(),
                                    String.join("; ", lacking)));
        }
    }

    /// What was halted goes on.
    private static void resume(Handle handle, DocumentKey document, long serial, long now) {
        staged(handle, document).stream()
                .filter(one -> one.serial() == serial && one.halt() != null)
                .forEach(one -> StageRows.put(handle, one.resumed(now)));
    }

    /// A stage that follows what the ring was to serve; older ones are for roll-backs.
    private static Stage following(Handle handle, Revision revision, String ring, long now) {
        Optional<Stage> earlier = StageRows.of(handle, revision.document(), ring);
        if (earlier.isPresent() && earlier.get().serial() > revision.serial()) {
            throw new LibraryException(
                    "older",
                    "The ring \"%s\" is to serve number %d of %s, which is later than number %d. To go back: andon library rollback %s"
                            .formatted(
                                    ring,
                                    earlier.get().serial(),
                                    revision.document().name(),
                                    revision.serial(),
                                    revision.document().name()));
        }
        Long before =
                earlier.map(one -> one.serial() == revision.serial() ? one.before() : one.told())
                        .orElse(null);
        return new Stage(revision.document(), ring, revision.serial(), false, now, before, null);
    }

    /// What is staged of a document, in the order of the rings.
    private static List<Stage> staged(Handle handle, DocumentKey document) {
        List<Stage> all = StageRows.all(handle);
        List<Stage> staged =
                Rings.names(handle).stream()
                        .flatMap(ring -> all.stream().filter(one -> one.ring().equals(ring)))
                        .filter(one -> one.document().equals(document))
                        .toList();
        if (staged.isEmpty()) {
            throw new LibraryException(
                    "not-staged",
                    "No ring is to serve %s yet. Stage it first: andon library stage %s REVISION"
                            .formatted(document.name(), document.name()));
        }
        return staged;
    }

    /// The first ring of those with the latest revision.
    private static Stage front(List<Stage> staged) {
        Stage front = staged.getFirst();
        for (Stage one : staged) {
            front = one.serial() > front.serial() ? one : front;
        }
        return front;
    }

    private static Optional<Stage> of(List<Stage> staged, String ring) {
        return staged.stream().filter(one -> one.ring().equals(ring)).findFirst();
    }

    private static LibraryException noPrevious(DocumentKey document) {
        return new LibraryException(
                "no-previous",
                "No earlier revision of %s was ever staged, so there is none to go back to."
                        .formatted(document.name()));
    }

    @FunctionalInterface
    private interface Decision<T> {
        T decide(Handle handle, long now);
    }

    /// Decides and tells: both are committed, or neither. One at a time, since each has the next
    /// version of the catalog.
    private <T> T decide(Decision<T> decision) {
        one.lock();
        try {
            return decideAlone(decision);
        } finally {
            one.unlock();
        }
    }

    private <T> T decideAlone(Decision<T> decision) {
        record Decided<T>(T what, long version) {}
        Decided<T> decided =
                parts.store()
                        .write(
                                handle -> {
                                    long now = parts.clock().millis();
                                    T what = decision.decide(handle, now);
                                    return new Decided<>(what, catalogs.sign(handle, now));
                                });
        version.set(decided.version());
        return decided.what();
    }
}
