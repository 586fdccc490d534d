package dev.andon.hub.ingest;

import dev.andon.hub.store.StoreException;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Takes batches of events from the broker and answers the nodes: takes what is there, commits it
/// as one transaction, then acknowledges it to the broker, then tells the nodes. Any number of them
/// share the work, in one process or many; one that dies loses nothing, since the nodes send again
/// what the hub has not told them to be committed.
///
/// While the store cannot be reached nothing is acknowledged and no link is held.
public final class IngestWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestWorker.class);

    /// Deliveries that may wait for their acknowledgement: two transactions of them, so that the
    /// next is here when one is committed.
    private static final int RECEIVE_MAX = 2 * IngestLimits.USUAL.messagesMax() + 1;

    /// How long it waits for a message before it looks again whether it is to end.
    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final String CLIENT = "hub-ingest-";

    private final MqttConnector connector;
    private final MqttSettings broker;
    private final Topics topics;
    private final EventIngest ingest;
    private final IngestFigures figures = new IngestFigures();
    private final LinkLoop loop;

    private IngestWorker(
            MqttConnector connector, MqttSettings broker, Topics topics, EventIngest ingest) {
        this.connector = connector;
        this.broker = own(broker);
        this.topics = topics;
        this.ingest = ingest;
        this.loop = LinkLoop.start(this.broker.clientId(), this::connect, this::work, this::failed);
    }

    /// Starts one, on a thread of its own.
    ///
    /// @param connector makes links
    /// @param broker where, with which credentials; its client id and expiry are not used
    /// @param topics of the site
    /// @param ingest into the store
    public static IngestWorker start(
            MqttConnector connector, MqttSettings broker, Topics topics, EventIngest ingest) {
        return new IngestWorker(connector, broker, topics, ingest);
    }

    /// What it has done and how it is.
    public IngestFigures.Snapshot figures() {
        return figures.snapshot();
    }

    /// Ends it; what is not committed is left to the others.
    @Override
    public void close() {
        loop.close();
    }

    /// No link while there is no store: what came would only have to be sent again.
    private MqttLink connect() {
        try {
            ingest.check();
        } catch (StoreException e) {
            throw storeless(e);
        }
        return connector.connect(broker);
    }

    private void work(MqttLink link) {
        link.subscribe(topics.ingestFilter(), 1);
        figures.connected();
        while (!Thread.currentThread().isInterrupted()) {
            List<Delivery> deliveries = take(link);
            if (!deliveries.isEmpty()) {
                commit(link, deliveries);
            }
        }
    }

    /// What is there, up to the bounds; waits for the first.
    private List<Delivery> take(MqttLink link) {
        List<Delivery> taken = new ArrayList<>();
        long bytes = 0;
        @Nullable Delivery next = link.next(WAIT);
        while (next != null) {
            taken.add(next);
            bytes += next.payload().length();
            boolean full =
                    taken.size() == ingest.limits().messagesMax()
                            || bytes >= ingest.limits().bytesMax();
            next = full ? null : link.next(Duration.ZERO);
        }
        return taken;
    }

    private void commit(MqttLink link, List<Delivery> deliveries) {
        List<Answer> answers = ingested(deliveries);
        deliveries.forEach(Delivery::acknowledge);
        answers.forEach(answer -> tell(link, answer));
        figures.committed(deliveries.size(), answers.size());
    }

    private List<Answer> ingested(List<Delivery> deliveries) {
        try {
            return ingest.ingest(
                    deliveries.stream()
                            .map(each -> new Received(each.topic(), each.payload()))
                            .toList());
        } catch (StoreException e) {
            throw storeless(e);
        }
    }

    /// One that is lost is told again after the next batch, and the node asks by itself.
    private void tell(MqttLink link, Answer answer) {
        Payload payload = Payload.of(SyncCodec.encode(answer.ack()));
        CompletableFuture<Void> sent =
                link.publish(Publication.fleeting(topics.ack(answer.node()), payload));
        sent.exceptionally(
                failure -> {
                    LOG.debug("An answer to {} was not sent", answer.node(), failure);
                    return null;
                });
    }

    private void failed(MqttFailure failure) {
        figures.failed(failure);
        LOG.warn("{}: {}", broker.clientId(), failure.getMessage());
    }

    /// Ends the link, and with it what was not acknowledged comes again.
    private static MqttFailure storeless(StoreException e) {
        return new MqttFailure("closed", String.valueOf(e.getMessage()), e);
    }

    private static MqttSettings own(MqttSettings broker) {
        return new MqttSettings(
                broker.broker(),
                CLIENT + UUID.randomUUID(),
                broker.userName(),
                broker.password(),
                broker.tls(),
                Duration.ZERO,
                broker.window(),
                RECEIVE_MAX,
                broker.keepAlive(),
                broker.connectMax(),
                null);
    }
}
