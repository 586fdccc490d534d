package dev.andon.node.machine.mqtt;

import dev.andon.config.MachineBroker;
import dev.andon.config.MachineBroker.Metrics;
import dev.andon.config.MachineBroker.Sparkplug;
import dev.andon.config.Secret;
import dev.andon.config.register.AssetRegister;
import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttSettings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The connection to the machines' broker, from the start of the node to its end.
public final class MachineLink implements AutoCloseable {
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    private final BrokerWatch watch;
    private final LinkLoop loop;

    private MachineLink(BrokerWatch watch, LinkLoop loop) {
        this.watch = watch;
        this.loop = loop;
    }

    /// Starts; returns at once, whether the broker can be reached or not.
    ///
    /// @param broker with a url
    /// @param node name of this node
    public static MachineLink start(
            MachineBroker broker,
            String node,
            AssetRegister register,
            Hearer hearer,
            MqttConnector connector) {
        BrokerWatch watch = new BrokerWatch(hearer.now());
        Machines machines = new Machines(register, broker.names());
        List<LinkPart> parts = new ArrayList<>();
        if (!broker.topics().isEmpty()) {
            parts.add(new PlainPart(broker.topics(), machines, hearer));
        }
        String group = broker.sparkplug().group();
        if (group != null) {
            List<SparkplugMachine> mapped = mapped(broker.sparkplug(), machines, hearer);
            parts.add(new SparkplugPart(group, mapped, hearer, System::nanoTime));
        }
        List<LinkPart> watched = new ArrayList<>(parts.stream().map(watch::watched).toList());
        // The last: it is connected once everything is subscribed to.
        watched.add(watch);
        LinkParts all = new LinkParts(watched);
        return new MachineLink(
                watch,
                LinkLoop.start(
                        "machine-link",
                        () -> connector.connect(settings(broker, node)),
                        all,
                        watch::failed));
    }

    private static List<SparkplugMachine> mapped(
            Sparkplug sparkplug, Machines machines, Hearer hearer) {
        List<SparkplugMachine> mapped = new ArrayList<>();
        for (Metrics metrics : sparkplug.machines()) {
            machines.called(metrics.machine())
                    .ifPresentOrElse(
                            id -> mapped.add(new SparkplugMachine(metrics, id)),
                            () ->
                                    hearer.complaints()
                                            .noted(
                                                    "mapping|" + metrics.machine(),
                                                    machines.mend(metrics.machine())));
        }
        return mapped;
    }

    /// What is sent with QoS 1 while the node is away waits for it at the broker for a week.
    static MqttSettings settings(MachineBroker broker, String node) {
        URI url = Objects.requireNonNull(broker.url(), "a broker");
        boolean tls = Objects.equals(url.getScheme(), "mqtts");
        String user = broker.user();
        Secret password = broker.password();
        MqttSettings plain =
                MqttSettings.of(
                        address(url, tls), (user == null ? "andon-" + node : user) + "/machines");
        MqttSettings known =
                user == null || password == null ? plain : plain.as(user, password.reveal());
        return tls ? known.trusting(BrokerTrust.of(broker.caFile())) : known;
    }

    private static URI address(URI url, boolean tls) {
        int usual = tls ? TLS_PORT : PLAIN_PORT;
        int port = url.getPort() < 0 ? usual : url.getPort();
        return URI.create("%s://%s:%d".formatted(tls ? "ssl" : "tcp", url.getHost(), port));
    }

    /// How it is now.
    public BrokerState state() {
        return watch.state();
    }

    @Override
    public void close() {
        loop.close();
    }
}
