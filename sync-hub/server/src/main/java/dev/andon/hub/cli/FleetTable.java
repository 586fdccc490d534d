package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The nodes, one a row.
final class FleetTable {
    private static final int REVISIONS_MAX = 2;
    private static final int TROUBLES_MAX = 3;

    private FleetTable() {}

    static void print(PrintWriter out, JsonNode nodes, Instant now) {
        Table table = new Table("NODE", "STATE", "HEARD", "LAG", "QUEUE", "REVISIONS", "HEALTH");
        for (JsonNode node : nodes) {
            table.row(
                    Wording.text(node.path("node")),
                    Wording.text(node.path("state")),
                    Wording.ago(node.path("heard"), now),
                    Wording.span(node.path("lagMs")),
                    Wording.text(node.path("queue").path("rows")),
                    revisions(node.path("installed")),
                    health(node));
        }
        table.print(out);
    }

    /// What serves: `px200-service C, fm48-service B, +3`.
    private static String revisions(JsonNode installed) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : installed) {
            if (each.path("serving").asBoolean()) {
                all.add(Wording.text(each.path("id")) + " " + Wording.text(each.path("revision")));
            }
        }
        return few(all, REVISIONS_MAX, Wording.NONE);
    }

    private static String health(JsonNode node) {
        List<String> troubles = troubles(node);
        boolean heard = Wording.isThere(node.path("heard"));
        return few(troubles, TROUBLES_MAX, heard ? "ok" : Wording.NONE);
    }

    /// What somebody should look at, worst first.
    static List<String> troubles(JsonNode node) {
        List<String> troubles = new ArrayList<>();
        if (!node.path("cloneAlarms").isEmpty()) {
            troubles.add("two boxes write as this one");
        }
        count(troubles, node.path("events").path("lost").asLong(), "event lost", "events lost");
        count(troubles, letters(node), "dead letter", "dead letters");
        for (JsonNode engine : node.path("engines")) {
            unwell(troubles, engine, "engine");
        }
        for (JsonNode subject : node.path("health")) {
            // Engines are told above, as the node said last.
            if (!subject.path("subject").asText().startsWith("engine/")) {
                unwell(troubles, subject, "subject");
            }
        }
        return troubles;
    }

    private static long letters(JsonNode node) {
        long all = 0;
        for (JsonNode each : node.path("deadLetters")) {
            all += each.path("count").asLong();
        }
        return all;
    }

    private static void count(List<String> troubles, long count, String one, String many) {
        if (count > 0) {
            troubles.add(count + " " + (count == 1 ? one : many));
        }
    }

    private static void unwell(List<String> troubles, JsonNode of, String name) {
        String state = of.path("state").asText();
        if (!state.equals("ok")) {
            troubles.add(Wording.text(of.path(name)) + " " + state);
        }
    }

    private static String few(List<String> all, int max, String none) {
        if (all.isEmpty()) {
            return none;
        }
        String some = String.join(", ", all.subList(0, Math.min(max, all.size())));
        return all.size() > max ? some + ", +" + (all.size() - max) : some;
    }
}
