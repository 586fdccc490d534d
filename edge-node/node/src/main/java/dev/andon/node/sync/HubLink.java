package dev.andon.node.sync;

import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.node.sync.CommandResponder.Deed;
import dev.andon.node.sync.enrol.Enrolment;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// The link of an enrolled node to its hub, from the start of the node to its end: connects again
/// and again, sends what waits, says how the node is, does what the hub asks for, and carries the
/// other parts that use the same connection.
public final class HubLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubLink.class);
    private static final Duration WILL_DELAY = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long CONTACT_EVERY_MS = 30_000;

    private final Enrolment enrolment;
    private final Settings settings;
    private final NodeStore store;
    private final String version;
    private final Address address;
    private final HubPresence presence;
    private final Uplink uplink;
    private final StatusReporter reporter;
    private final CommandResponder responder;
    private final LinkWatch watch;
    private final LinkLoop loop;
    private final Pulse looks;

    private volatile Connection connection;

    // Known to the thread that looks.
    private @Nullable LinkState told;
    private long contactMs;

    /// @param folder of the enrolment, where the last contact is noted
    /// @param statusEvery between two reports of how the node is
    /// @param connector makes the connections
    /// @param pace of the talk with the hub
    /// @param resync what else begins anew when the hub asks for it
    /// @param errands what else is done for the hub, by the command's name
    public record Settings(
            Path folder,
            Duration statusEvery,
            MqttConnector connector,
            Pace pace,
            Runnable resync,
            Map<String, Errand> errands) {
        public Settings {
            errands = Map.copyOf(errands);
        }

        /// Where nothing else uses the link.
        public Settings(Path folder, Duration statusEvery, MqttConnector connector, Pace pace) {
            this(folder, statusEvery, connector, pace, () -> {}, Map.of());
        }
    }

    private HubLink(
            Enrolment enrolment,
            Settings settings,
            NodeStore store,
            NodeReport report,
            List<LinkPart> further) {
        this.enrolment = enrolment;
        this.settings = settings;
        this.store = store;
        this.version = report.version();
        this.address = new Address(enrolment.topics(), enrolment.node());
        Contact last = Contact.read(settings.folder()).orElse(Contact.NONE);
        this.connection = new Connection(store.outbox().epoch(), last.since());
        HubTime time = new HubTime(store.clock(), store.facts());
        this.presence = new HubPresence(address.topics());
        this.uplink = new Uplink(address, store, time, presence, settings.pace());
        this.reporter =
                new StatusReporter(
                        address, store, time, report, () -> connection, settings.statusEvery());
        this.watch = new LinkWatch(enrolment, presence, uplink);
        this.responder = new CommandResponder(address, time, deeds());
        this.loop =
                LinkLoop.start(
                        "sync-link",
                        () -> guarded(this::connect),
                        work(further),
                        failure -> failed(failure));
        this.looks = Pulse.start("sync-watch", LOOK, () -> look(last.heardAt()));
    }

    /// Starts; returns at once, whether the hub can be reached or not.
    ///
    /// @param further uses of the same connection
    public static HubLink start(
            Enrolment enrolment,
            Settings settings,
            NodeStore store,
            NodeReport report,
            List<LinkPart> further) {
        return new HubLink(enrolment, settings, store, report, further);
    }

    /// How it is now.
    public LinkState state() {
        return watch.state();
    }

    /// Says how the node is, soon.
    public void tell() {
        reporter.tell();
    }

    /// Says that the node is away, and ends the link. What waits is sent after the next start.
    @Override
    public void close() {
        looks.close();
        reporter.close();
        loop.close();
        responder.close();
        uplink.close();
        note(watch.state(), null);
    }

    private LinkLoop.Work work(List<LinkPart> further) {
        List<LinkPart> parts =
                new ArrayList<>(List.of(watch, presence, reporter, uplink, responder));
        parts.addAll(further);
        LinkParts all = new LinkParts(parts);
        return link ->
                guarded(
                        () -> {
                            all.on(link);
                            return link;
                        });
    }

    /// Connected anew, a node subscribes anew: the hub's mark is asked for, and what the broker
    /// retains of the library comes again.
    private Map<String, Deed> deeds() {
        Map<String, Deed> deeds = new HashMap<>();
        settings.errands().forEach((name, errand) -> deeds.put(name, new Deed(errand, () -> {})));
        deeds.put(
                "resync",
                new Deed(
                        _ -> "The node connects anew and begins at the hub's mark.",
                        this::beginAnew));
        deeds.put("status", new Deed(_ -> "The status is on its way.", this::tell));
        return deeds;
    }

    private void beginAnew() {
        settings.resync().run();
        watch.end("The hub asks for a new beginning.");
    }

    private MqttLink connect() {
        long since = Math.max(store.clock().at(), connection.since() + 1);
        connection = new Connection(store.outbox().epoch(), since);
        note(watch.state(), null);
        MqttSettings plain =
                MqttSettings.of(enrolment.broker(), enrolment.user())
                        .as(enrolment.user(), enrolment.password().reveal())
                        .leaving(
                                new MqttSettings.Will(
                                        StatusReporter.death(address, connection, version),
                                        WILL_DELAY));
        boolean tls = Objects.equals(enrolment.broker().getScheme(), "ssl");
        return settings.connector().connect(tls ? plain.trusting(enrolment.tls()) : plain);
    }

    /// A part that fails ends the connection, not the thread that would make the next one.
    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (MqttFailure known) {
            throw known;
        } catch (RuntimeException e) {
            LOG.error("A part of the sync failed; the connection is made anew.", e);
            throw new MqttFailure("failed", String.valueOf(e.getMessage()), e);
        }
    }

    private void failed(MqttFailure failure) {
        LOG.debug("{}: {}", failure.code(), failure.getMessage());
        watch.failed(failure);
    }

    private void look(@Nullable Long heardBefore) {
        LinkState now = watch.state();
        LinkState before = told;
        if (before == null || !before.code().equals(now.code())) {
            log(now);
        }
        long ms = System.nanoTime() / 1_000_000;
        if (before == null || !before.equals(now) || ms - contactMs > CONTACT_EVERY_MS) {
            contactMs = ms;
            note(now, heardBefore);
        }
        told = now;
    }

    private static void log(LinkState state) {
        if (state.state() == LinkState.State.FAILED) {
            LOG.warn("Sync: {} {}", state.detail(), state.mend() == null ? "" : state.mend());
        } else {
            LOG.info("Sync: {}", state.detail());
        }
    }

    private synchronized void note(LinkState now, @Nullable Long heardBefore) {
        Long heard = uplink.heardAt();
        Long known = heard == null ? heardBefore : heard;
        new Contact(store.clock().at(), connection.since(), known, now).write(settings.folder());
    }
}
