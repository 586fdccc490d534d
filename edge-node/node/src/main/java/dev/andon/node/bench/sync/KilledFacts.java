package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Incidents with their milestones, spread among turns, that can be found again at the hub.
///
/// @param incidents how many
record KilledFacts(int incidents) {
    private static final List<Moment> MOMENTS =
            List.of(
                    Moment.DECLARED,
                    Moment.ACKNOWLEDGED,
                    Moment.DIAGNOSING,
                    Moment.REPAIRING,
                    Moment.RESTORED);

    /// @param lost events that were written and are not there
    /// @param doubled events that are there more than once
    record Counted(long lost, long doubled) {}

    /// Writes them and so many turns that all together are about a number.
    ///
    /// @return the number of the last event
    long write(BenchNode node, int events) {
        BenchFacts turns = new BenchFacts(events);
        int between = Math.max(1, events / incidents - 1 - MOMENTS.size());
        long last = 0;
        for (int i = 0; i < incidents; i++) {
            node.journal().write(incident(i));
            last = node.fill(turns, between);
        }
        return last;
    }

    private static List<Fact> incident(int number) {
        List<Fact> facts = new ArrayList<>();
        String id = id(number);
        facts.add(
                new IncidentFact(
                        id,
                        1,
                        "palletiser-1",
                        "line-1",
                        "E-42",
                        Moment.RESTORED,
                        null,
                        null,
                        "api",
                        false));
        long now = System.currentTimeMillis();
        for (int i = 0; i < MOMENTS.size(); i++) {
            facts.add(
                    new MilestoneFact(id, i + 1, MOMENTS.get(i), now + i, null, "entered", false));
        }
        return facts;
    }

    private static String id(int number) {
        return UUID.nameUUIDFromBytes(("incident " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// Looks for them in what the hub lists.
    Counted counted(JsonNode listed) {
        Map<String, Integer> times = new HashMap<>();
        for (JsonNode incident : listed) {
            String id = incident.path("incident").asText();
            times.merge(id, 1, Integer::sum);
            for (JsonNode milestone : incident.path("milestones")) {
                times.merge(id + "/" + milestone.path("ordinal").asInt(), 1, Integer::sum);
            }
        }
        long lost = 0;
        for (int i = 0; i < incidents; i++) {
            lost += times.containsKey(id(i)) ? 0 : 1;
            for (int ordinal = 1; ordinal <= MOMENTS.size(); ordinal++) {
                lost += times.containsKey(id(i) + "/" + ordinal) ? 0 : 1;
            }
        }
        return new Counted(lost, times.values().stream().mapToLong(count -> count - 1).sum());
    }
}
