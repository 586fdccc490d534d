package dev.andon.hub;

import dev.andon.config.HubConfig;
import dev.andon.config.HubConfig.BrokerKind;
import dev.andon.config.HubHome;
import dev.andon.hub.ingest.EventIngest;
import dev.andon.hub.ingest.IngestFigures;
import dev.andon.hub.ingest.IngestLimits;
import dev.andon.hub.ingest.IngestWorker;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.pki.HubKeys;
import dev.andon.hub.store.HubStore;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.protocol.Topics;

import java.net.URI;
import java.time.InstantSource;

/// One worker that takes events in, as a process of its own beside the hub. It keeps nothing:
/// killed at any moment it loses nothing, and any number of them share the work.
public final class HubWorker implements AutoCloseable {
    private final HubStore store;
    private final IngestWorker worker;
    private final URI broker;

    private HubWorker(HubStore store, IngestWorker worker, URI broker) {
        this.store = store;
        this.worker = worker;
        this.broker = broker;
    }

    /// Works for the hub of that folder: at the broker that the configuration names, or at the
    /// embedded one of the hub that runs there.
    ///
    /// @throws HubException `no-hub`: the broker is embedded, and no hub runs
    public static HubWorker open(HubHome home, HubConfig config) {
        InstantSource clock = InstantSource.system();
        URI embedded =
                config.broker().kind() == BrokerKind.EXTERNAL ? null : running(home).broker();
        home.create();
        HubPlace place = new HubPlace(config);
        HubCertificates certificates =
                HubCertificates.ensure(home.tls(), place.names(), clock.instant());
        HubBroker.Means means =
                new HubBroker.Means(home, place, certificates, HubKeys.ensure(home));
        BrokerAccess access =
                embedded == null ? HubBroker.external(means) : HubBroker.embedded(means, embedded);
        HubStore store = HubStore.open(Hub.settings(home, config));
        IngestWorker worker =
                IngestWorker.start(
                        new PahoConnector(),
                        access.settings("hub-worker"),
                        new Topics(config.hub().site()),
                        new EventIngest(store, clock, IngestLimits.USUAL));
        return new HubWorker(store, worker, access.broker());
    }

    private static RunningHub running(HubHome home) {
        return RunningHub.of(home)
                .orElseThrow(
                        () ->
                                new HubException(
                                        "no-hub",
                                        "No hub runs on %s, and its broker is part of it: start it (andon hub serve), or configure another broker."
                                                .formatted(home.root())));
    }

    /// Address of the broker.
    public URI broker() {
        return broker;
    }

    /// What it has done.
    public IngestFigures.Snapshot figures() {
        return worker.figures();
    }

    @Override
    public void close() {
        worker.close();
        store.close();
    }
}
