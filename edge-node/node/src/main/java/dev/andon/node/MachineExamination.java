package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.MachineBroker;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.node.doctor.Finding;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Looks at the machines' broker, if one is configured, and whether the register knows the machines
/// that are configured. It opens a connection and says nothing on it, since the broker would end
/// that of a node that serves. A node that hears no machine serves on, so nothing of this is a
/// failure.
final class MachineExamination {
    private static final String NAME = "machine states";
    private static final int REACH_MS_MAX = (int) Duration.ofSeconds(5).toMillis();
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    private MachineExamination() {}

    static void examine(NodeHome home, DeviceConfig config, Consumer<Finding> findings) {
        URI url = config.machines().url();
        if (url == null) {
            return;
        }
        findings.accept(reached(url));
        List<String> unknown = unknown(config.machines(), EdgeNode.register(home));
        if (!unknown.isEmpty()) {
            findings.accept(
                    Finding.note(
                            NAME,
                            "the register has no machine " + String.join(", ", unknown),
                            "correct machines in andon.yaml, or andon register import FILE"));
        }
    }

    private static Finding reached(URI url) {
        int usual = url.getScheme().equals("mqtts") ? TLS_PORT : PLAIN_PORT;
        int port = url.getPort() < 0 ? usual : url.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), REACH_MS_MAX);
            return Finding.ok(NAME, url + " can be reached");
        } catch (IOException failure) {
            return Finding.note(
                    NAME,
                    "%s does not answer (%s)".formatted(url, failure),
                    "look whether the broker runs there, and whether the network lets this node"
                            + " reach that port");
        }
    }

    private static List<String> unknown(MachineBroker broker, AssetRegister register) {
        return Stream.concat(
                        broker.names().stream().map(MachineBroker.TopicName::machine),
                        broker.sparkplug().machines().stream().map(MachineBroker.Metrics::machine))
                .filter(id -> register.machine(id).isEmpty())
                .distinct()
                .toList();
    }
}
