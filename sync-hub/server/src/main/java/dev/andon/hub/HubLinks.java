package dev.andon.hub;

import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// The hub's own connection to its broker, and how it is.
final class HubLinks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubLinks.class);
    private static final String CLIENT = "hub";

    private final AtomicReference<String> trouble = new AtomicReference<>("connecting");
    private final LinkLoop loop;

    private HubLinks(
            BrokerAccess access,
            MqttConnector connector,
            HubStatusPublisher status,
            List<LinkPart> parts) {
        LinkParts work = new LinkParts(parts);
        this.loop =
                LinkLoop.start(
                        "hub-link",
                        () -> connector.connect(access.settings(CLIENT).leaving(status.will())),
                        link -> {
                            well();
                            work.on(link);
                        },
                        this::failed);
    }

    /// @param status says that the hub is there
    /// @param parts the other uses of the connection
    static HubLinks start(
            BrokerAccess access,
            MqttConnector connector,
            HubStatusPublisher status,
            List<LinkPart> parts) {
        List<LinkPart> all = Stream.concat(Stream.of(status), parts.stream()).toList();
        return new HubLinks(access, connector, status, all);
    }

    private void well() {
        if (trouble.getAndSet(null) != null) {
            LOG.info("The hub is connected to its broker");
        }
    }

    private void failed(MqttFailure failure) {
        String message = String.valueOf(failure.getMessage());
        if (!message.equals(trouble.getAndSet(message))) {
            LOG.warn("The hub is not connected to its broker: {}", message);
        }
    }

    /// Why it is not connected; null if it is.
    @Nullable String trouble() {
        return trouble.get();
    }

    @Override
    public void close() {
        loop.close();
    }
}
