package dev.andon.hub;

import dev.andon.config.HubConfig;
import dev.andon.config.HubHome;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.enrol.WrongCodes;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.pki.HubKeys;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.web.EnrolOperations;
import dev.andon.hub.web.HealthOperations;
import dev.andon.hub.web.HubHealth;
import dev.andon.hub.web.HubHealth.Part;
import dev.andon.hub.web.HubServer;
import dev.andon.hub.web.Operations;
import dev.andon.hub.web.WebSettings;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.paho.PahoConnector;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/// The composition root: opens everything in order, closes it in the other.
public final class Hub implements AutoCloseable {
    /// Of the software.
    public static final String VERSION = "0.1.0";

    private static final Duration CERTIFICATE_WARNED = Duration.ofDays(30);

    private final HubHome home;
    private final HubConfig config;
    private final HubPlace place;
    private final InstantSource clock = InstantSource.system();
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private @Nullable HubBroker broker;
    private @Nullable HubServer server;

    private Hub(HubHome home, HubConfig config) {
        this.home = home;
        this.config = config;
        this.place = new HubPlace(config);
    }

    /// The hub of that folder; it listens when this returns.
    ///
    /// @throws HubException `runs-already`, and what its rooms throw:
    ///     [dev.andon.hub.pki.PkiException], [dev.andon.hub.store.StoreException],
    ///     [dev.andon.hub.broker.BrokerException], [dev.andon.hub.web.WebException]
    public static Hub open(HubHome home, HubConfig config) {
        Hub hub = new Hub(home.create(), config);
        boolean opened = false;
        try {
            hub.open();
            opened = true;
            return hub;
        } finally {
            if (!opened) {
                hub.close();
            }
        }
    }

    private void open() {
        closing.push(HubLock.take(home)::close);
        HubCertificates certificates =
                HubCertificates.ensure(home.tls(), place.names(), clock.instant());
        HubKeys keys = HubKeys.ensure(home);
        HubStore store = HubStore.open(settings(home, config));
        closing.push(store::close);
        Enrolments enrolments =
                new Enrolments(store, certificates.authority(), clock, this::revoked);
        HubBroker carrier =
                HubBroker.open(new HubBroker.Means(home, place, certificates, keys), enrolments);
        closing.push(carrier::close);
        broker = carrier;
        HubRooms rooms = HubRooms.open(config, store, clock);
        closing.push(rooms::close);
        HubLibrary library = HubLibrary.open(home, config, store, keys.library(), clock);
        closing.push(library::close);
        HubLinks links = connect(carrier, rooms, library);
        closing.push(links::close);
        List<Operations> operations = new ArrayList<>(rooms.operations(enrolments));
        operations.add(library.operations());
        operations.add(new HealthOperations(() -> health(certificates, rooms, links)));
        operations.add(
                new EnrolOperations(
                        enrolments,
                        new WrongCodes(clock),
                        () -> told(certificates, keys),
                        rooms::forget));
        listen(certificates, keys, operations);
        new RunningHub(address(), carrier.access().broker()).write(home);
        closing.push(() -> RunningHub.forget(home));
    }

    private HubLinks connect(HubBroker carrier, HubRooms rooms, HubLibrary library) {
        MqttConnector connector = new PahoConnector();
        rooms.ingest(connector, carrier.access());
        HubStatusPublisher status = new HubStatusPublisher(config.hub().site(), VERSION, clock);
        List<LinkPart> parts = new ArrayList<>(rooms.parts());
        parts.add(library.link());
        return HubLinks.start(carrier.access(), connector, status, parts);
    }

    private void listen(HubCertificates certificates, HubKeys keys, List<Operations> operations) {
        WebSettings settings =
                new WebSettings(
                        config.web().host(),
                        config.web().port(),
                        certificates.certificate(),
                        certificates.key(),
                        keys.admin(),
                        home.runtime());
        HubServer listening = HubServer.start(settings, operations);
        closing.push(listening::close);
        server = listening;
    }

    /// The settings of the hub's database.
    public static StoreSettings settings(HubHome home, HubConfig config) {
        HubConfig.Store store = config.store();
        return store.url() == null
                ? StoreSettings.sqlite(home.database())
                : new StoreSettings(
                        store.url(),
                        store.user(),
                        store.password() == null ? null : store.password().reveal(),
                        store.connectionsMax());
    }

    /// Address of the API on this computer.
    public URI address() {
        return place.apiHere(Objects.requireNonNull(server, "it is open").port());
    }

    /// Address of the broker, as nodes are told.
    public URI broker() {
        return Objects.requireNonNull(broker, "it is open").told();
    }

    private EnrolOperations.Place told(HubCertificates certificates, HubKeys keys) {
        int port = Objects.requireNonNull(server, "it answers").port();
        return new EnrolOperations.Place(
                config.hub().site(),
                place.api(port).toString(),
                broker().toString(),
                certificates.authorityPem() + authorities(config.broker().caFile()),
                List.of(Base64.getEncoder().encodeToString(keys.library().known())));
    }

    private static String authorities(@Nullable Path ofTheBroker) {
        try {
            return ofTheBroker == null ? "" : Files.readString(ofTheBroker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HubHealth health(HubCertificates certificates, HubRooms rooms, HubLinks links) {
        List<Part> parts = new ArrayList<>(rooms.health());
        parts.add(Objects.requireNonNull(broker, "it is open").health(links.trouble()));
        boolean ends = certificates.until().isBefore(clock.instant().plus(CERTIFICATE_WARNED));
        parts.add(
                ends
                        ? Part.failed(
                                "certificate",
                                "It ends " + certificates.until() + ": start the hub again.")
                        : Part.ok("certificate", "until " + certificates.until()));
        return HubHealth.of(VERSION, config.hub().site(), parts);
    }

    private void revoked(String node) {
        if (broker != null) {
            broker.disconnect(node);
        }
    }

    /// Ends everything in the other order; what was taken in is kept.
    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
