package dev.andon.node.bench.sync;

import dev.andon.node.demo.Folders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much more two workers take in than one, on PostgreSQL, from several nodes at once.
final class WorkersPart implements SyncPart {
    private static final Duration DRAINED_MAX = Duration.ofMinutes(15);
    private static final int NODES = 4;
    private static final int WARM_EVENTS = 500;

    @Override
    public String name() {
        return "workers";
    }

    @Override
    public void measure(Stand stand) {
        Optional<Path> programs = PostgresServer.programs();
        if (programs.isEmpty()) {
            stand.told()
                    .accept(
                            "not measured: sync.two_workers_ratio: PostgreSQL is not installed on"
                                    + " this computer (apt install postgresql).");
            return;
        }
        try (PostgresServer server = PostgresServer.start(programs.get())) {
            double one = rate(stand, server, 1);
            double two = rate(stand, server, 2);
            String against =
                    "PostgreSQL, %d nodes, N = %d, %d processors"
                            .formatted(
                                    NODES,
                                    stand.sizes().eventsOfWorkers(),
                                    Runtime.getRuntime().availableProcessors());
            stand.figure("one_worker_events_per_s", one, "events/s", against);
            stand.figure("two_workers_events_per_s", two, "events/s", against);
            stand.atLeast(1.5, "two_workers_ratio", two / one, "ratio", against);
        }
    }

    /// Events a second that these workers take in, each time into an empty database.
    private static double rate(Stand stand, PostgresServer server, int workers) {
        Path folder = stand.folder().resolve("workers-" + workers);
        String config =
                server.database("workers" + workers)
                        + "ingest:\n  workers: %d\n".formatted(workers);
        try (BenchHub hub = BenchHub.start(folder.resolve("hub"), config)) {
            drainSeconds(hub, folder, "warm", WARM_EVENTS);
            int events = stand.sizes().eventsOfWorkers();
            return events / drainSeconds(hub, folder, "edge", events);
        } finally {
            Folders.delete(folder);
        }
    }

    private static double drainSeconds(BenchHub hub, Path folder, String prefix, int events) {
        List<BenchNode> nodes = new ArrayList<>();
        try {
            List<Long> last = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                BenchNode node = BenchNode.enrolled(hub, folder, prefix + "-" + i);
                nodes.add(node);
                last.add(node.fill(new BenchFacts(i), events / NODES));
            }
            long begun = System.nanoTime();
            nodes.forEach(BenchNode::link);
            for (int i = 0; i < NODES; i++) {
                nodes.get(i).awaitAcknowledged(last.get(i), DRAINED_MAX);
            }
            return Waiting.secondsSince(begun);
        } finally {
            nodes.forEach(BenchNode::close);
        }
    }
}
