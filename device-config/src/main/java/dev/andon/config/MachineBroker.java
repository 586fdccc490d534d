package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// The MQTT broker at which machines say whether they run.
///
/// @param url `mqtt://host:port` or `mqtts://host:port`; null: no machine is listened to
/// @param user null for none
/// @param password null for none
/// @param caFile PEM file of the authorities that vouch for it; null for those of the system
/// @param topics of plain messages, each with one level `{machine}`
/// @param names that stand in these topics instead of the register's ids
/// @param sparkplug what gateways say in Sparkplug B
public record MachineBroker(
        @Nullable URI url,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Path caFile,
        List<String> topics,
        List<TopicName> names,
        Sparkplug sparkplug) {
    public MachineBroker {
        topics = List.copyOf(topics);
        names = List.copyOf(names);
    }

    /// What a topic calls a machine.
    ///
    /// @param name one level of a topic
    /// @param machine the register's id
    public record TopicName(String name, String machine) {}

    /// What gateways say in Sparkplug B.
    ///
    /// @param group of the gateways; null: none is listened to
    /// @param machines which metrics are which machine's
    public record Sparkplug(@Nullable String group, List<Metrics> machines) {
        public Sparkplug {
            machines = List.copyOf(machines);
        }
    }

    /// Where a machine stands in Sparkplug.
    ///
    /// @param machine the register's id
    /// @param device `EDGE-NODE/DEVICE`, or `EDGE-NODE` where the metric is the gateway's own
    /// @param state name of the metric that says whether it runs
    /// @param running values of it that mean so, as text: `true`, `3`, `AUTO`
    /// @param stopped values of it that mean the contrary; all others mean that nothing is known
    /// @param fault name of the metric that holds the fault code; null for none
    public record Metrics(
            String machine,
            String device,
            String state,
            List<String> running,
            List<String> stopped,
            @Nullable String fault) {
        public Metrics {
            running = List.copyOf(running);
            stopped = List.copyOf(stopped);
        }
    }
}
