package dev.andon.hub.library.serve;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart.Subscription;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A broker in memory: hands publications of the hub to those who want them, keeps retained ones,
/// and counts what the hub published.
final class MemoryBroker implements MqttLink {
    private final Map<String, Publication> retained = new ConcurrentHashMap<>();
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final List<String> topics = new ArrayList<>();
    /// What somebody between hub and nodes makes of a publication.
    volatile UnaryOperator<Publication> mischief = UnaryOperator.identity();

    final AtomicLong blockBytes = new AtomicLong();
    final AtomicLong blocks = new AtomicLong();

    private record Subscriber(Subscription subscription, Consumer<Delivery> hears) {}

    /// A node wants to hear, and gets what is retained.
    synchronized void subscribe(String filter, Consumer<Delivery> hears) {
        Subscriber subscriber = new Subscriber(Subscription.passing(filter, 1), hears);
        subscribers.add(subscriber);
        retained.forEach(
                (topic, kept) -> {
                    if (subscriber.subscription().matches(topic)) {
                        hears.accept(delivery(kept));
                    }
                });
    }

    /// What is kept at a topic.
    @Nullable Publication kept(String topic) {
        return retained.get(topic);
    }

    /// How many topics keep something.
    int kept() {
        return retained.size();
    }

    /// In the order in which retained ones came.
    synchronized List<String> retainedInOrder() {
        return List.copyOf(topics);
    }

    @Override
    public synchronized CompletableFuture<Void> publish(Publication said) {
        Publication publication = mischief.apply(said);
        if (publication.retain()) {
            topics.add(publication.topic());
            if (publication.payload().length() == 0) {
                retained.remove(publication.topic());
            } else {
                retained.put(publication.topic(), publication);
            }
        }
        if (publication.topic().endsWith("/blocks")) {
            blocks.incrementAndGet();
            blockBytes.addAndGet(publication.payload().length());
        }
        for (Subscriber subscriber : subscribers) {
            if (subscriber.subscription().matches(publication.topic())) {
                subscriber.hears().accept(delivery(publication));
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    static Delivery delivery(Publication publication) {
        return new Delivery(
                publication.topic(),
                publication.payload(),
                publication.qos(),
                publication.retain(),
                publication.contentType(),
                publication.responseTopic(),
                publication.correlation(),
                publication.properties(),
                () -> {});
    }

    static Delivery message(String topic, byte[] bytes) {
        return delivery(Publication.confirmed(topic, Payload.of(bytes)));
    }

    @Override
    public void subscribe(String filter, int qos) {}

    @Override
    public @Nullable Delivery next(Duration wait) {
        return null;
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public void close() {}
}
