package dev.andon.node.bench.sync;

import java.time.Duration;

/// How fast a full outbox becomes empty, durable on both sides, beside what the same connection
/// carries of single messages: half of these before, half after.
final class IngestPart implements SyncPart {
    private static final Duration DRAINED_MAX = Duration.ofMinutes(15);
    private static final int WARM_SHARE = 10;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void measure(Stand stand) {
        int events = stand.sizes().events();
        try (BenchHub hub = BenchHub.start(stand.folder().resolve("hub"), "")) {
            BarePublisher bare =
                    new BarePublisher(hub.enrol("bare", stand.folder().resolve("bare")));
            bare.seconds(events / WARM_SHARE);
            drainSeconds(hub, stand, "warm", events / WARM_SHARE);
            double before = bare.seconds(events / 2);
            double ours = drainSeconds(hub, stand, "edge-1", events);
            double after = bare.seconds(events / 2);
            double rate = events / ours;
            double bareRate = events / 2 * 2 / (before + after);
            stand.figure("events_per_s", rate, "events/s", "1 KB, outbox to commit, N = " + events);
            stand.figure(
                    "bare_messages_per_s",
                    bareRate,
                    "messages/s",
                    "1 KB, QoS 1, nobody hears them, N = " + events);
            stand.atLeast(0.8, "ingest_ratio", rate / bareRate, "ratio", "bare_messages_per_s");
        }
    }

    private static double drainSeconds(BenchHub hub, Stand stand, String name, int events) {
        try (BenchNode node = BenchNode.enrolled(hub, stand.folder(), name)) {
            long last = node.fill(new BenchFacts(events), events);
            long begun = System.nanoTime();
            node.link();
            node.awaitAcknowledged(last, DRAINED_MAX);
            return Waiting.secondsSince(begun);
        }
    }
}
