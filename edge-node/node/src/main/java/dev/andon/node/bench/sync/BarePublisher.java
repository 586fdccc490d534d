package dev.andon.node.bench.sync;

import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.node.sync.SyncException;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Publishes single messages of 1 KB, QoS 1, over the same link and TLS that the sync uses, to a
/// topic that nobody hears: what the connection alone could carry.
final class BarePublisher {
    private static final Duration CONFIRMED_MAX = Duration.ofMinutes(10);

    private final Enrolment enrolment;
    private final String topic;

    BarePublisher(Enrolment enrolment) {
        this.enrolment = enrolment;
        String events = enrolment.topics().events(enrolment.node());
        this.topic = events.substring(0, events.lastIndexOf('/')) + "/bench";
    }

    /// Seconds from the connecting to the broker's last confirmation.
    double seconds(int messages) {
        Payload[] payloads = payloads(messages);
        MqttSettings settings =
                MqttSettings.of(enrolment.broker(), enrolment.user())
                        .as(enrolment.user(), enrolment.password().reveal())
                        .trusting(enrolment.tls());
        long begun = System.nanoTime();
        try (MqttLink link = new PahoConnector().connect(settings)) {
            publish(link, payloads);
            return Waiting.secondsSince(begun);
        }
    }

    private void publish(MqttLink link, Payload[] payloads) {
        AtomicInteger confirmed = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (Payload payload : payloads) {
            CompletableFuture<Void> taken = link.publish(Publication.confirmed(topic, payload));
            var _ =
                    taken.whenComplete(
                            (_, refused) -> {
                                failure.compareAndSet(null, refused);
                                confirmed.incrementAndGet();
                            });
        }
        Waiting.until(
                "The bare messages are confirmed",
                CONFIRMED_MAX,
                () -> confirmed.get() == payloads.length);
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new SyncException("bench-bare", "A bare message was not taken.", thrown);
        }
    }

    /// The texts of the same facts that the sync sends.
    private static Payload[] payloads(int messages) {
        BenchFacts facts = new BenchFacts(messages);
        Payload[] payloads = new Payload[messages];
        for (int i = 0; i < messages; i++) {
            payloads[i] =
                    Payload.of(
                            EventCodec.text(
                                    new Event(
                                            100_000 + i,
                                            1_700_000_000_000L,
                                            "b".repeat(36),
                                            10_000,
                                            facts.next())));
        }
        return payloads;
    }
}
