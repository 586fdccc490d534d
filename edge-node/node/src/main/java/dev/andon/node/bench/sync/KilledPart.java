package dev.andon.node.bench.sync;

import dev.andon.node.bench.sync.KilledFacts.Counted;

import java.time.Duration;

/// Kills the hub again and again while it takes events in, and looks then whether it has each once.
final class KilledPart implements SyncPart {
    private static final Duration STEP_MAX = Duration.ofMinutes(5);
    private static final int INCIDENTS_MAX = 500;
    private static final int EVENTS_OF_INCIDENT = 60;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public void measure(Stand stand) {
        int events = stand.sizes().eventsKilled();
        KilledFacts facts =
                new KilledFacts(Math.min(INCIDENTS_MAX, Math.max(1, events / EVENTS_OF_INCIDENT)));
        try (BenchHub hub = BenchHub.start(stand.folder().resolve("hub"), "");
                BenchNode node = BenchNode.enrolled(hub, stand.folder(), "edge-1")) {
            long last = facts.write(node, events);
            node.link();
            int amid = kill(stand, hub, node, last);
            node.awaitAcknowledged(last, STEP_MAX);
            tell(stand, last, amid, facts.counted(hub, node.name()));
        }
    }

    /// Returns how many of the kills came while events were under way.
    private static int kill(Stand stand, BenchHub hub, BenchNode node, long last) {
        int kills = stand.sizes().kills();
        int amid = 0;
        for (int i = 1; i <= kills; i++) {
            long at = last * i / (kills + 1);
            node.awaitAcknowledged(at, STEP_MAX);
            amid += node.outbox().through() < last ? 1 : 0;
            hub.killAndStart();
        }
        return amid;
    }

    private static void tell(Stand stand, long last, int amid, Counted counted) {
        String against =
                "%d events, the hub killed %d times, %d of them while events were under way"
                        .formatted(last, stand.sizes().kills(), amid);
        stand.atMost(0, "lost", counted.lost(), "events", against);
        stand.atMost(0, "doubled", counted.doubled(), "events", against);
    }
}
