package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.RegisterReader;
import dev.andon.node.NodeJournal;
import dev.andon.node.sync.enrol.Enrolment;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Three days without a hub, in which the wall clock is set wrong and the node starts anew; then
/// the hub comes back. All must be there, once, in order, at its true time.
final class OfflinePart implements SyncPart {
    private static final Duration OFFLINE = Duration.ofDays(3);
    private static final Duration WRONG = Duration.ofMinutes(7);
    private static final Duration DRAINED_MAX = Duration.ofMinutes(5);
    private static final String NODE = "edge-1";

    @Override
    public String name() {
        return "offline";
    }

    @Override
    public void measure(Stand stand) {
        NodeHome home = BenchNode.home(stand.folder(), NODE);
        AssetRegister register =
                RegisterReader.read(DemoPlant.unpack(stand.folder().resolve("plant")).register());
        SteppedClock clock = new SteppedClock(OFFLINE);
        OfflineDays days = new OfflineDays(stand.sizes(), clock, OFFLINE);
        try (BenchHub hub = BenchHub.start(stand.folder().resolve("hub"), "")) {
            Enrolment enrolment = hub.enrol(NODE, home.hub());
            hub.stop();
            DeviceConfig config = DeviceConfig.of(home);
            int half = stand.sizes().incidents() / 2;
            try (NodeJournal before = NodeJournal.open(home, config, register, clock)) {
                days.write(before, 0, half);
            }
            clock.set(WRONG.toMillis());
            NodeJournal after = NodeJournal.open(home, config, register, clock);
            try (BenchNode node = new BenchNode(enrolment, home, after)) {
                days.write(after, half, stand.sizes().incidents());
                clock.goLive();
                hub.startAgain();
                tell(stand, drainSeconds(node), faults(hub, node, days));
            }
        }
    }

    private static double drainSeconds(BenchNode node) {
        long last = node.outbox().lastSeq();
        long begun = System.nanoTime();
        node.link();
        node.awaitAcknowledged(last, DRAINED_MAX);
        return Waiting.secondsSince(begun);
    }

    private static long faults(BenchHub hub, BenchNode node, OfflineDays days) {
        HubMark mark = HubMark.of(hub, node);
        long faults = mark.lost() + mark.beyond();
        Map<String, JsonNode> listed = new HashMap<>();
        String incidents = hub.run("fleet", "incidents", "--limit", "1000", "--json");
        for (String line : incidents.lines().toList()) {
            JsonNode incident = HubApi.parsed(line);
            faults += listed.put(incident.path("incident").asText(), incident) == null ? 0 : 1;
        }
        return faults + days.faults(listed);
    }

    private static void tell(Stand stand, double seconds, long faults) {
        String what =
                "%d incidents with their milestones and %d turns of three days, one restart, the"
                        + " wall clock set forward by 7 minutes in the middle";
        String against = what.formatted(stand.sizes().incidents(), stand.sizes().turns());
        stand.figure("offline_drain_s", seconds, "s", against);
        stand.atMost(
                0,
                "offline_faults",
                faults,
                "faults",
                "lost, doubled, out of order, or more than a second from its true time; "
                        + against);
    }
}
