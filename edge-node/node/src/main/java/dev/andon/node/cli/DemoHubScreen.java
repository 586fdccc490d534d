package dev.andon.node.cli;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.node.demo.DemoFleet;
import dev.andon.node.incident.Incident;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// The demonstration's hub as its user sees it: an incident of the node arrives, a revision goes
/// out.
///
/// @param json as one JSON object instead
record DemoHubScreen(PrintWriter out, boolean json) {
    void show(DemoFleet fleet) {
        say("hub", fleet.address() + ", node edge-1 enrolled");
        Instant stopped = Instant.now();
        Incident incident = fleet.stop();
        say("node", "incident on %s, fault %s".formatted(incident.machine(), incident.fault()));
        JsonNode arrived = fleet.awaitIncident(incident);
        long incidentMs = millisSince(stopped);
        say(
                "hub",
                "has it: %s, %s, %s, from %s"
                        .formatted(
                                arrived.path("machine").asText(),
                                arrived.path("fault").asText(),
                                arrived.path("state").asText().toLowerCase(java.util.Locale.ROOT),
                                arrived.path("node").asText()));
        say("library", "revision D of " + DemoFleet.DOCUMENT + ": add, stage");
        fleet.push();
        Instant staged = Instant.now();
        String revision = fleet.awaitServing();
        long updateMs = millisSince(staged);
        say("node", "serves revision %s now, after %.1f s".formatted(revision, updateMs / 1000.0));
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("incident", arrived);
            told.put("incident_ms", incidentMs);
            told.put("serving", revision);
            told.put("update_ms", updateMs);
            out.println(Json.line(Map.of("hub", told)));
            out.flush();
        }
    }

    private void say(String label, String text) {
        if (!json) {
            out.printf("  %-8s %s%n", label, text);
            out.flush();
        }
    }

    private static long millisSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis();
    }
}
