package dev.andon.node.machine.mqtt;

import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a gateway, or a device behind it, said of its metrics when it was born: data name them by
/// number only.
final class Birth {
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<Long, String> aliases = new HashMap<>();

    Birth(Payload payload) {
        for (Payload.Metric metric : payload.getMetricsList()) {
            if (metric.hasName()) {
                types.put(metric.getName(), metric.getDatatype());
            }
            if (metric.hasName() && metric.hasAlias()) {
                aliases.put(metric.getAlias(), metric.getName());
            }
        }
    }

    /// The names of its metrics.
    Set<String> names() {
        return types.keySet();
    }

    /// What a message says of its metrics now; what it says of the past is passed over.
    ///
    /// @return empty: it names a metric that was not born
    Optional<Map<String, Metric>> values(Payload payload) {
        Long sentAt = payload.hasTimestamp() ? Long.valueOf(payload.getTimestamp()) : null;
        Map<String, Metric> values = new HashMap<>();
        for (Payload.Metric metric : payload.getMetricsList()) {
            String name = name(metric);
            if (name == null || !types.containsKey(name)) {
                return Optional.empty();
            }
            if (!metric.getIsHistorical()) {
                values.put(name, Metric.of(metric, type(metric, name), sentAt));
            }
        }
        return Optional.of(values);
    }

    private @Nullable String name(Payload.Metric metric) {
        boolean byAlias = !metric.hasName() || metric.getName().isEmpty();
        return byAlias ? aliases.get(metric.getAlias()) : metric.getName();
    }

    private int type(Payload.Metric metric, String name) {
        return metric.hasDatatype() ? metric.getDatatype() : types.getOrDefault(name, 0);
    }
}
