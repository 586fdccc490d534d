package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Incidents with their milestones, spread among turns. Each has a name by which it is looked for
/// among the events that the hub has.
final class KilledFacts {
    private static final List<Moment> MOMENTS =
            List.of(
                    Moment.DECLARED,
                    Moment.ACKNOWLEDGED,
                    Moment.DIAGNOSING,
                    Moment.REPAIRING,
                    Moment.RESTORED);

    private static final int PAGE = 1_000;

    private final int incidents;
    private final Set<String> written = new HashSet<>();

    /// @param incidents how many
    KilledFacts(int incidents) {
        this.incidents = incidents;
    }

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
            List<Fact> facts = incident(i);
            for (int turn = 0; turn < between; turn++) {
                facts.add(turns.next());
            }
            facts.forEach(fact -> written.add(name(fact)));
            last = node.journal().write(facts);
        }
        return last;
    }

    private static List<Fact> incident(int number) {
        List<Fact> facts = new ArrayList<>();
        String id =
                UUID.nameUUIDFromBytes(("incident " + number).getBytes(StandardCharsets.UTF_8))
                        .toString();
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

    private static String name(Fact fact) {
        return switch (fact) {
            case TurnFact turn -> turn.turn();
            case IncidentFact incident -> incident.incident();
            case MilestoneFact milestone -> milestone.incident() + "/" + milestone.ordinal();
            default -> throw new IllegalArgumentException(fact.kind());
        };
    }

    private static String name(JsonNode event) {
        JsonNode fact = event.path("fact");
        return switch (event.path("kind").asText()) {
            case "turn" -> fact.path("turn").asText();
            case "incident" -> fact.path("incident").asText();
            case "milestone" ->
                    fact.path("incident").asText() + "/" + fact.path("ordinal").asText();
            default -> "";
        };
    }

    /// Looks for each of them among all the events that the hub has of a node.
    Counted counted(BenchHub hub, String node) {
        Map<String, Integer> times = new HashMap<>();
        @Nullable String from = "";
        do {
            JsonNode page =
                    hub.get("/api/v1/fleet/%s/events?limit=%d%s".formatted(node, PAGE, from));
            for (JsonNode event : page.path("events")) {
                times.merge(name(event), 1, Integer::sum);
            }
            from = page.hasNonNull("next") ? "&from=" + page.path("next").asText() : null;
        } while (from != null);
        long lost = written.stream().filter(name -> !times.containsKey(name)).count();
        long doubled = written.stream().mapToLong(name -> times.getOrDefault(name, 1) - 1).sum();
        return new Counted(lost, doubled);
    }
}
