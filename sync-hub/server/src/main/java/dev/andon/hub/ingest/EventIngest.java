package dev.andon.hub.ingest;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreException;
import dev.andon.protocol.Sha256;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/// Takes messages of nodes into the hub's store: each event exactly once, in whichever order and
/// however often it comes. Holds no state of its own: any number of them work on one store, in one
/// process or many. Safe to call from any platform thread.
public final class EventIngest {
    /// How often a transaction is begun again that met another.
    private static final int ATTEMPTS_MAX = 3;

    private final HubStore store;
    private final InstantSource clock;
    private final IngestLimits limits;

    /// @param store where to
    /// @param clock the hub's, which the nodes' are put right by
    /// @param limits of what is taken
    public EventIngest(HubStore store, InstantSource clock, IngestLimits limits) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
    }

    /// Takes messages in as one transaction. When this returns they are committed and may be
    /// acknowledged; then the nodes are to be given the answers. What cannot be read is kept as a
    /// dead letter and does not hold up the rest.
    ///
    /// @return at least one answer for each outbox that was heard of
    /// @throws StoreException nothing was taken
    public List<Answer> ingest(List<Received> received) {
        List<Parcel> parcels = received.stream().map(ParcelReader::read).toList();
        long begin = System.nanoTime();
        List<OutboxIntake> taken = commit(parcels);
        int pauseMs = IngestPause.ms(System.nanoTime() - begin);
        long now = clock.millis();
        return taken.stream()
                .flatMap(
                        outbox ->
                                outbox.answers(pauseMs, now).stream()
                                        .map(ack -> new Answer(outbox.key().node(), ack)))
                .toList();
    }

    /// Whether the store would take something.
    ///
    /// @throws StoreException if not
    public void check() {
        store.check();
    }

    /// What is taken.
    IngestLimits limits() {
        return limits;
    }

    /// What the store cannot hold, for whichever reason, must not hold up the others: then each
    /// message is tried alone, and the one that fails is kept as a dead letter. Its node is not
    /// answered, so it keeps its events.
    private List<OutboxIntake> commit(List<Parcel> parcels) {
        try {
            return transaction(parcels);
        } catch (StoreException e) {
            if (!e.code().equals("failed")) {
                throw e;
            }
            if (parcels.size() > 1) {
                return parcels.stream().flatMap(each -> commit(List.of(each)).stream()).toList();
            }
            return transaction(List.of(unstorable(parcels.getFirst(), e)));
        }
    }

    private List<OutboxIntake> transaction(List<Parcel> parcels) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.write(
                        handle -> {
                            try (var work = new IngestTransaction(handle, limits, clock.millis())) {
                                return work.take(store.dialect(), parcels);
                            }
                        });
            } catch (StoreException e) {
                if (!e.code().equals("conflict") || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }

    private static Parcel unstorable(Parcel parcel, StoreException e) {
        return switch (parcel) {
            case Parcel.Poison poison -> throw e;
            case Parcel.Batch batch -> {
                String said = batch.outbox() + ": " + e.getMessage();
                String sha256 = Sha256.of(said.getBytes(StandardCharsets.UTF_8));
                yield new Parcel.Poison(batch.node(), "not-storable", sha256, said);
            }
        };
    }
}
