package dev.andon.node.bench.sync;

import dev.andon.node.bench.Percentiles;
import dev.andon.protocol.fact.Fact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Many nodes at once, each of which writes at a steady pace: how long an event is on its way from
/// the begin of its writing to the hub's acknowledgement.
final class FleetPart implements SyncPart {
    private static final long PACE_MS = 500;
    private static final int WRITERS = 8;
    private static final Duration ARRIVES_MAX = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "fleet";
    }

    /// @param node whose event it is
    /// @param seq its number
    /// @param begun when its writing began, [System#nanoTime]
    private record Written(BenchNode node, long seq, long begun) {
        double lagMs() {
            return (node.outbox().acknowledgedAt(seq) - begun) / 1e6;
        }
    }

    @Override
    public void measure(Stand stand) {
        List<BenchNode> nodes = new ArrayList<>();
        try (BenchHub hub = BenchHub.start(stand.folder().resolve("hub"), "")) {
            try {
                join(stand, hub, nodes);
                List<Written> written = write(nodes, stand.sizes().paceSeconds());
                for (Written each : written) {
                    each.node().awaitAcknowledged(each.seq(), ARRIVES_MAX);
                }
                tell(stand, written);
            } finally {
                nodes.forEach(BenchNode::close);
            }
        }
    }

    /// Each has been acknowledged something when this returns.
    private static void join(Stand stand, BenchHub hub, List<BenchNode> nodes) {
        for (int i = 0; i < stand.sizes().nodes(); i++) {
            BenchNode node = BenchNode.enrolled(hub, stand.folder(), "edge-" + (i + 1));
            nodes.add(node);
            node.fill(new BenchFacts(i), 1);
            node.link();
        }
        nodes.forEach(node -> node.awaitAcknowledged(1, ARRIVES_MAX));
    }

    private static List<Written> write(List<BenchNode> nodes, int seconds) {
        Queue<Written> written = new ConcurrentLinkedQueue<>();
        ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);
        for (int i = 0; i < nodes.size(); i++) {
            BenchNode node = nodes.get(i);
            BenchFacts facts = new BenchFacts(1_000 + i);
            writers.scheduleAtFixedRate(
                    () -> written.add(write(node, facts)),
                    PACE_MS * i / nodes.size(),
                    PACE_MS,
                    TimeUnit.MILLISECONDS);
        }
        try {
            Waiting.until(
                    "All events are written",
                    ARRIVES_MAX.plusSeconds(seconds),
                    () -> written.size() >= nodes.size() * seconds * 1000L / PACE_MS);
        } finally {
            writers.close();
        }
        return List.copyOf(written);
    }

    private static Written write(BenchNode node, BenchFacts facts) {
        Fact fact = facts.next();
        long begun = System.nanoTime();
        return new Written(node, node.journal().write(List.of(fact)), begun);
    }

    private static void tell(Stand stand, List<Written> written) {
        Percentiles lag = new Percentiles(written.stream().mapToDouble(Written::lagMs).toArray());
        String against =
                "write to acknowledgement, %d nodes in one process, 2 events/s each, N = %d"
                        .formatted(stand.sizes().nodes(), written.size());
        stand.figure("fifty_nodes_lag_ms_p50", lag.at(0.5), "ms", against);
        stand.figure("fifty_nodes_lag_ms_p95", lag.at(0.95), "ms", against);
    }
}
