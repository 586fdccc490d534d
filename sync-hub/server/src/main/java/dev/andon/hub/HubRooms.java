package dev.andon.hub;

import dev.andon.config.HubConfig;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.fleet.Commands;
import dev.andon.hub.fleet.Fleet;
import dev.andon.hub.fleet.StatusListener;
import dev.andon.hub.inbox.Inbox;
import dev.andon.hub.ingest.DeadLetterBox;
import dev.andon.hub.ingest.EventIngest;
import dev.andon.hub.ingest.Events;
import dev.andon.hub.ingest.Incidents;
import dev.andon.hub.ingest.IngestFigures;
import dev.andon.hub.ingest.IngestLimits;
import dev.andon.hub.ingest.IngestWorker;
import dev.andon.hub.ingest.TranscriptRetention;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreException;
import dev.andon.hub.web.EventOperations;
import dev.andon.hub.web.FleetOperations;
import dev.andon.hub.web.HubHealth.Part;
import dev.andon.hub.web.InboxOperations;
import dev.andon.hub.web.JournalOperations;
import dev.andon.hub.web.Operations;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttConnector;
import dev.andon.protocol.Topics;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The rooms that live on the store and the broker: what they hear, what they offer, how they are.
final class HubRooms implements AutoCloseable {
    private final HubConfig config;
    private final HubStore store;
    private final InstantSource clock;
    private final Topics topics;
    private final StatusListener statuses;
    private final Commands commands;
    private final Inbox inbox;
    private final TranscriptRetention retention;
    private final List<IngestWorker> workers = new ArrayList<>();

    private HubRooms(HubConfig config, HubStore store, InstantSource clock) {
        this.config = config;
        this.store = store;
        this.clock = clock;
        this.topics = new Topics(config.hub().site());
        this.statuses = new StatusListener(topics, store, clock);
        this.commands = new Commands(topics, store, clock);
        this.inbox = new Inbox(store, commands, clock);
        this.retention =
                new TranscriptRetention(
                        store, clock, config.privacy().transcriptDays(), inbox::forget);
    }

    static HubRooms open(HubConfig config, HubStore store, InstantSource clock) {
        HubRooms rooms = new HubRooms(config, store, clock);
        rooms.retention.start();
        return rooms;
    }

    /// Begins to take events in, on connections of their own.
    void ingest(MqttConnector connector, BrokerAccess access) {
        EventIngest ingest = new EventIngest(store, clock, IngestLimits.USUAL);
        for (int i = 0; i < config.ingest().workers(); i++) {
            workers.add(
                    IngestWorker.start(connector, access.settings("hub-ingest"), topics, ingest));
        }
    }

    /// What uses the hub's own connection.
    List<LinkPart> parts() {
        return List.of(statuses, commands);
    }

    /// What they offer over HTTPS.
    List<Operations> operations(Enrolments enrolments) {
        return List.of(
                new FleetOperations(enrolments, new Fleet(store, clock), commands),
                new JournalOperations(new Incidents(store), new DeadLetterBox(store)),
                new InboxOperations(inbox),
                new EventOperations(new Events(store)));
    }

    /// Takes a node out of the fleet.
    boolean forget(String node, boolean known) {
        return statuses.forget(node, known);
    }

    List<Part> health() {
        return List.of(storeHealth(), ingestHealth());
    }

    private Part storeHealth() {
        try {
            store.check();
            return Part.ok("store", store.dialect().name().toLowerCase(Locale.ROOT));
        } catch (StoreException e) {
            return Part.failed("store", String.valueOf(e.getMessage()));
        }
    }

    private Part ingestHealth() {
        long messages = 0;
        int working = 0;
        String failure = null;
        for (IngestWorker worker : workers) {
            IngestFigures.Snapshot figures = worker.figures();
            messages += figures.messages();
            working += figures.connected() ? 1 : 0;
            failure = figures.failure() == null ? failure : figures.failure();
        }
        return ingestHealth(working, messages, failure);
    }

    private Part ingestHealth(int working, long messages, @Nullable String failure) {
        String detail =
                "%d of %d workers, %d messages since the start"
                        .formatted(working, workers.size(), messages);
        return working == workers.size()
                ? Part.ok("ingest", detail)
                : Part.failed("ingest", failure == null ? detail : detail + ": " + failure);
    }

    @Override
    public void close() {
        workers.forEach(IngestWorker::close);
        statuses.close();
        retention.close();
    }
}
