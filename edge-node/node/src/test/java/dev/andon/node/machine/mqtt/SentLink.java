package dev.andon.node.machine.mqtt;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Publication;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A link that keeps what is sent and hears nothing.
final class SentLink implements MqttLink {
    final List<Publication> sent = new ArrayList<>();

    @Override
    public CompletableFuture<Void> publish(Publication publication) {
        sent.add(publication);
        return CompletableFuture.completedFuture(null);
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
