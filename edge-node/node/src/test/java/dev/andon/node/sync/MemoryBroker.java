package dev.andon.node.sync;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart.Subscription;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Publication;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A broker in memory: the fake of [MqttLink] and [MqttConnector]. It keeps no sessions, so what
/// was not delivered is lost with the connection. Thread-safe.
final class MemoryBroker implements MqttConnector {
    private static final int QUEUE_MAX = 100_000;

    /// All that was published and taken, in order.
    final List<Publication> taken = new CopyOnWriteArrayList<>();

    /// Failures by connecting; null connects.
    volatile @Nullable MqttFailure connecting;

    /// A failure for a publication; null takes it.
    volatile Function<Publication, @Nullable MqttFailure> refusal = _ -> null;

    /// Publications that the broker confirms and loses.
    volatile Function<Publication, Boolean> losing = _ -> false;

    private final Map<String, MemoryLink> clients = new ConcurrentHashMap<>();
    private final Map<String, Publication> retained = new LinkedHashMap<>();

    @Override
    public MqttLink connect(MqttSettings settings) {
        MqttFailure no = connecting;
        if (no != null) {
            throw no;
        }
        MemoryLink link = new MemoryLink(settings);
        MemoryLink before = clients.put(settings.clientId(), link);
        if (before != null) {
            before.die();
        }
        return link;
    }

    /// Cuts a client's connection; its will is published at once.
    void cut(String clientId) {
        MemoryLink link = clients.remove(clientId);
        if (link != null) {
            link.die();
            MqttSettings.Will will = link.settings.will();
            if (will != null) {
                route(will.message());
            }
        }
    }

    boolean knows(String clientId) {
        return clients.containsKey(clientId);
    }

    /// Whether somebody listens to a topic.
    synchronized boolean hears(String topic) {
        return clients.values().stream().anyMatch(client -> client.hears(topic));
    }

    synchronized @Nullable Publication retained(String topic) {
        return retained.get(topic);
    }

    /// All that was taken on a topic.
    List<Publication> taken(String topic) {
        return taken.stream().filter(each -> each.topic().equals(topic)).toList();
    }

    /// Publishes without a client.
    synchronized void route(Publication publication) {
        taken.add(publication);
        if (publication.retain()) {
            retained.put(publication.topic(), publication);
        }
        clients.values().forEach(client -> client.offer(publication, false));
    }

    private final class MemoryLink implements MqttLink {
        private final MqttSettings settings;
        private final List<String> filters = new ArrayList<>();
        private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>(QUEUE_MAX);
        private volatile boolean stands = true;

        MemoryLink(MqttSettings settings) {
            this.settings = settings;
        }

        @Override
        public CompletableFuture<Void> publish(Publication publication) {
            if (!stands) {
                throw new MqttFailure("lost", "The connection is gone.");
            }
            MqttFailure no = refusal.apply(publication);
            if (no != null && no.code().equals("too-large")) {
                throw no;
            }
            if (no != null) {
                return CompletableFuture.failedFuture(no);
            }
            if (!losing.apply(publication)) {
                route(publication);
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void subscribe(String filter, int qos) {
            synchronized (MemoryBroker.this) {
                filters.add(filter);
                Subscription mine = Subscription.passing(filter, qos);
                retained.values().stream()
                        .filter(each -> mine.matches(each.topic()))
                        .forEach(each -> queue.add(delivery(each, true)));
            }
        }

        private void offer(Publication publication, boolean kept) {
            if (hears(publication.topic())) {
                queue.add(delivery(publication, kept));
            }
        }

        private boolean hears(String topic) {
            return filters.stream().anyMatch(f -> Subscription.passing(f, 1).matches(topic));
        }

        private static Delivery delivery(Publication publication, boolean kept) {
            return new Delivery(
                    publication.topic(),
                    publication.payload(),
                    publication.qos(),
                    kept,
                    publication.contentType(),
                    publication.responseTopic(),
                    publication.correlation(),
                    publication.properties(),
                    () -> {});
        }

        @Override
        public @Nullable Delivery next(Duration wait) {
            try {
                Delivery next = queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null && !stands) {
                    throw new MqttFailure("lost", "The connection is gone.");
                }
                return next;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }

        @Override
        public boolean connected() {
            return stands;
        }

        @Override
        public void close() {
            stands = false;
            clients.remove(settings.clientId(), this);
        }

        private void die() {
            stands = false;
        }
    }
}
