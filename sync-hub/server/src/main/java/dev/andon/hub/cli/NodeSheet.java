package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/// All of one node.
final class NodeSheet {
    private final PrintWriter out;
    private final JsonNode node;
    private final Instant now;

    NodeSheet(PrintWriter out, JsonNode node, Instant now) {
        this.out = out;
        this.node = node;
        this.now = now;
    }

    void print() {
        line("node", Wording.text(node.path("node")) + ", " + node.path("state").asText());
        line("enrolled", Wording.minute(node.path("enrolled")));
        if (Wording.isThere(node.path("invitedUntil"))) {
            line("invited", "until " + Wording.minute(node.path("invitedUntil")));
        }
        line("heard", Wording.ago(node.path("heard"), now));
        line("version", Wording.text(node.path("version")));
        line("queue", queue());
        line("events", events());
        line("clock", clock());
        line("disk", disk());
        line("embedder", Wording.text(node.path("embedder")));
        each("models", node.path("models"));
        installed();
        states("engine", node.path("engines"), "engine");
        states("health", node.path("health"), "subject");
        letters();
        alarms();
        out.flush();
    }

    private void line(String head, String text) {
        out.printf("%-10s %s%n", head, text);
    }

    private String queue() {
        JsonNode queue = node.path("queue");
        if (!Wording.isThere(queue)) {
            return Wording.NONE;
        }
        long dropped = queue.path("droppedTurns").asLong();
        return "%d waiting (%s), lag %s%s"
                .formatted(
                        queue.path("rows").asLong(),
                        Wording.bytes(queue.path("bytes").asLong()),
                        Wording.span(node.path("lagMs")),
                        dropped == 0 ? "" : ", %d turns dropped".formatted(dropped));
    }

    private String events() {
        JsonNode events = node.path("events");
        if (!Wording.isThere(events.path("epoch"))) {
            return "none yet";
        }
        return "1 to %d of outbox %s, %d missing, %d lost"
                .formatted(
                        events.path("committedThrough").asLong(),
                        Wording.text(events.path("epoch")),
                        events.path("missing").asLong(),
                        events.path("lost").asLong());
    }

    private String clock() {
        JsonNode offset = node.path("clockOffsetMs");
        if (!Wording.isThere(offset)) {
            return Wording.NONE;
        }
        long millis = offset.asLong();
        String by = Wording.span(Duration.ofMillis(Math.abs(millis)));
        return Math.abs(millis) < 2_000 ? "right" : by + (millis > 0 ? " behind" : " ahead");
    }

    private String disk() {
        JsonNode disk = node.path("disk");
        return Wording.isThere(disk)
                ? Wording.bytes(disk.path("freeBytes").asLong())
                        + " free"
                        + (disk.path("reserve").asBoolean() ? "" : ", the reserve is gone")
                : Wording.NONE;
    }

    private void each(String head, JsonNode texts) {
        for (JsonNode text : texts) {
            line(head, Wording.text(text));
        }
    }

    private void installed() {
        for (JsonNode each : node.path("installed")) {
            line(
                    "serves",
                    "%s/%s %s (%d)%s"
                            .formatted(
                                    Wording.text(each.path("kind")),
                                    Wording.text(each.path("id")),
                                    Wording.text(each.path("revision")),
                                    each.path("serial").asLong(),
                                    each.path("serving").asBoolean() ? "" : ", kept beside"));
        }
    }

    private void states(String head, JsonNode all, String name) {
        for (JsonNode each : all) {
            String detail = each.path("detail").asText("");
            line(
                    head,
                    "%s: %s%s"
                            .formatted(
                                    Wording.text(each.path(name)),
                                    Wording.text(each.path("state")),
                                    detail.isEmpty() ? "" : ", " + Wording.printable(detail)));
        }
    }

    private void letters() {
        for (JsonNode each : node.path("deadLetters")) {
            line(
                    "letters",
                    "%d dead (%s), the last %s"
                            .formatted(
                                    each.path("count").asLong(),
                                    Wording.text(each.path("code")),
                                    Wording.ago(each.path("last"), now)));
        }
    }

    private void alarms() {
        for (JsonNode each : node.path("cloneAlarms")) {
            line(
                    "ALARM",
                    "two boxes write as this one (outbox %s, %d events since %s): enrol one of them anew"
                            .formatted(
                                    Wording.text(each.path("epoch")),
                                    each.path("events").asLong(),
                                    Wording.minute(each.path("first"))));
        }
    }
}
