package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.node.NodeJournal;
import dev.andon.node.incident.Given;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happens on a node while it is offline, and when it truly happened.
final class OfflineDays {
    private static final List<Moment> MOMENTS =
            List.of(
                    Moment.ACKNOWLEDGED,
                    Moment.DIAGNOSING,
                    Moment.REPAIRING,
                    Moment.TESTING,
                    Moment.RESTORED);

    private static final long OFF_MS_MAX = 1_000;

    private final Sizes sizes;
    private final SteppedClock clock;
    private final long stepMs;
    private final BenchFacts turns = new BenchFacts(3);
    private final Map<String, List<Happened>> incidents = new LinkedHashMap<>();

    private record Happened(Moment moment, long trueAt) {}

    /// @param length of all of it
    OfflineDays(Sizes sizes, SteppedClock clock, Duration length) {
        this.sizes = sizes;
        this.clock = clock;
        int steps = sizes.incidents() * (1 + MOMENTS.size()) + sizes.turns();
        this.stepMs = length.toMillis() / (steps + 1);
    }

    /// Lets some of the incidents happen, with their share of the turns among them.
    ///
    /// @param to not included
    void write(NodeJournal journal, int from, int to) {
        int turnsEach = sizes.turns() / sizes.incidents();
        for (int i = from; i < to; i++) {
            incident(journal);
            for (int turn = 0; turn < turnsEach; turn++) {
                clock.pass(stepMs);
                journal.write(List.of(turns.next()));
            }
        }
    }

    private void incident(NodeJournal journal) {
        clock.pass(stepMs);
        List<Happened> happened = new ArrayList<>();
        String id =
                journal.incidents()
                        .open(Opening.now("palletiser-1", "E-42", Source.ENTERED, Origin.CLI))
                        .id();
        happened.add(new Happened(Moment.DECLARED, clock.trueAt()));
        for (Moment moment : MOMENTS) {
            clock.pass(stepMs);
            journal.incidents().mark(id, new Given(moment, null, null, Source.ENTERED));
            happened.add(new Happened(moment, clock.trueAt()));
        }
        incidents.put(id, happened);
    }

    /// Compares with what the hub lists: each incident and each milestone that is not there, not in
    /// order or not at its true time is a fault.
    long faults(Map<String, JsonNode> listed) {
        long faults = 0;
        for (Map.Entry<String, List<Happened>> incident : incidents.entrySet()) {
            JsonNode there = listed.get(incident.getKey());
            faults += there == null ? 1 : faults(incident.getValue(), there.path("milestones"));
        }
        return faults;
    }

    private static long faults(List<Happened> happened, JsonNode milestones) {
        long faults = Math.abs(happened.size() - milestones.size());
        for (int i = 0; i < Math.min(happened.size(), milestones.size()); i++) {
            JsonNode milestone = milestones.get(i);
            Happened wanted = happened.get(i);
            long at = Instant.parse(milestone.path("at").asText()).toEpochMilli();
            boolean right =
                    milestone.path("ordinal").asInt() == i + 1
                            && wanted.moment()
                                    .name()
                                    .equalsIgnoreCase(milestone.path("moment").asText())
                            && Math.abs(at - wanted.trueAt()) <= OFF_MS_MAX;
            faults += right ? 0 : 1;
        }
        return faults;
    }
}
