package dev.andon.node.machine.mqtt;

import java.util.Optional;
import java.util.stream.Stream;

/// `spBv1.0/GROUP/TYPE/EDGE` or `spBv1.0/GROUP/TYPE/EDGE/DEVICE`.
///
/// @param group of gateways
/// @param type of the message
/// @param edge the gateway
/// @param device behind it; empty for the gateway itself
record SparkplugTopic(String group, Type type, String edge, String device) {
    private static final String NAMESPACE = "spBv1.0";

    /// What a gateway says; all else is said to it.
    enum Type {
        NBIRTH,
        NDATA,
        NDEATH,
        DBIRTH,
        DDATA,
        DDEATH
    }

    static Optional<SparkplugTopic> of(String topic) {
        String[] levels = topic.split("/", -1);
        boolean whole = levels.length == 4 || levels.length == 5;
        if (!whole || !levels[0].equals(NAMESPACE)) {
            return Optional.empty();
        }
        String device = levels.length == 5 ? levels[4] : "";
        return Stream.of(Type.values())
                .filter(type -> type.name().equals(levels[2]))
                .filter(type -> type.name().startsWith("D") != device.isEmpty())
                .map(type -> new SparkplugTopic(levels[1], type, levels[3], device))
                .findFirst();
    }

    /// Everything about a gateway, and about the devices behind it.
    static Stream<String> filters(String group, String edge) {
        String all = "%s/%s/+/%s".formatted(NAMESPACE, group, edge);
        return Stream.of(all, all + "/+");
    }

    /// Where a gateway takes commands.
    static String command(String group, String edge) {
        return "%s/%s/NCMD/%s".formatted(NAMESPACE, group, edge);
    }
}
