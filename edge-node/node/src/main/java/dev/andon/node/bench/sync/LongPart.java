package dev.andon.node.bench.sync;

import dev.andon.node.bench.ProcessMemory;

import java.time.Duration;
import java.util.OptionalLong;

/// Very many events through one node: whether the hub's memory grows with them.
final class LongPart implements SyncPart {
    private static final Duration STEP_MAX = Duration.ofMinutes(5);
    private static final int AT_ONCE = 5_000;

    /// Events that wait at most, so that the node's file stays small.
    private static final int AHEAD_MAX = 20_000;

    @Override
    public String name() {
        return "long";
    }

    @Override
    public void measure(Stand stand) {
        Sizes sizes = stand.sizes();
        try (BenchHub hub = BenchHub.start(stand.folder().resolve("hub"), "");
                BenchNode node = BenchNode.enrolled(hub, stand.folder(), "edge-1")) {
            BenchFacts facts = new BenchFacts(sizes.eventsLong());
            node.link();
            pass(node, facts, sizes.eventsEarly());
            OptionalLong early = ProcessMemory.residentMib(hub.handle());
            if (early.isEmpty()) {
                stand.told()
                        .accept(
                                "not measured: sync.memory_growth_ratio: this system does not tell"
                                        + " the memory of another process.");
                return;
            }
            long begun = System.nanoTime();
            pass(node, facts, sizes.eventsLong() - sizes.eventsEarly());
            double seconds = Waiting.secondsSince(begun);
            long late = ProcessMemory.residentMib(hub.handle()).orElseThrow();
            tell(stand, early.getAsLong(), late, seconds);
        }
    }

    private static void pass(BenchNode node, BenchFacts facts, int events) {
        long last = node.outbox().through();
        for (int written = 0; written < events; written += AT_ONCE) {
            last = node.fill(facts, Math.min(AT_ONCE, events - written));
            node.awaitAcknowledged(last - AHEAD_MAX, STEP_MAX);
        }
        node.awaitAcknowledged(last, STEP_MAX);
    }

    private static void tell(Stand stand, long early, long late, double seconds) {
        Sizes sizes = stand.sizes();
        String against =
                "the hub's resident memory after %d events over that after %d"
                        .formatted(sizes.eventsLong(), sizes.eventsEarly());
        stand.figure("hub_resident_mib", late, "MiB", "after %d".formatted(sizes.eventsLong()));
        stand.figure("memory_growth_ratio", (double) late / early, "ratio", against);
        stand.figure(
                "sustained_events_per_s",
                (sizes.eventsLong() - sizes.eventsEarly()) / seconds,
                "events/s",
                "written and taken in at the same time");
    }
}
