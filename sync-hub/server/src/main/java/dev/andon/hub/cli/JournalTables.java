package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What nodes reported, one a row.
final class JournalTables {
    private static final int TEXT_MAX = 60;

    private JournalTables() {}

    static void incidents(PrintWriter out, JsonNode incidents, Instant now) {
        Table table =
                new Table("BEGAN", "NODE", "MACHINE", "FAULT", "STATE", "DOWN", "CAUSE", "ID");
        for (JsonNode incident : incidents) {
            boolean withdrawn = incident.path("withdrawn").asBoolean();
            table.row(
                    Wording.minute(moment(incident, "failed", "declared")),
                    Wording.text(incident.path("node")),
                    Wording.text(incident.path("machine")),
                    Wording.text(incident.path("fault")),
                    withdrawn ? "withdrawn" : Wording.text(incident.path("state")),
                    withdrawn ? Wording.NONE : down(incident, now),
                    cut(Wording.text(incident.path("cause"))),
                    Wording.text(incident.path("incident")));
        }
        print(out, table, "No incidents yet.");
    }

    static void events(PrintWriter out, List<JsonNode> events) {
        Table table = new Table("HAPPENED", "KIND", "OUTBOX", "NUMBER", "CLOCK", "FACT");
        for (JsonNode event : events) {
            JsonNode fact = event.path("fact");
            table.row(
                    Wording.minute(event.path("happened")),
                    Wording.text(event.path("kind")),
                    Wording.text(event.path("epoch")),
                    Wording.text(event.path("seq")),
                    Wording.text(event.path("clock")),
                    Wording.isThere(fact)
                            ? cut(Wording.printable(fact.toString()))
                            : "(its words are not kept any more)");
        }
        print(out, table, "No such events.");
    }

    static void letters(PrintWriter out, JsonNode letters, Instant now) {
        Table table = new Table("RECEIVED", "NODE", "NUMBER", "CODE", "TEXT");
        for (JsonNode letter : letters) {
            table.row(
                    Wording.ago(letter.path("received"), now),
                    letter.path("node").asText().isEmpty()
                            ? Wording.NONE
                            : Wording.text(letter.path("node")),
                    letter.path("seq").asLong() == 0
                            ? Wording.NONE
                            : Wording.text(letter.path("seq")),
                    Wording.text(letter.path("code")),
                    cut(Wording.text(letter.path("text"))));
        }
        print(out, table, "No dead letters.");
    }

    private static void print(PrintWriter out, Table table, String none) {
        if (table.isEmpty()) {
            out.println(none);
            out.flush();
        } else {
            table.print(out);
        }
    }

    /// From when the machine stopped, or was declared to, until it ran again, or until now.
    private static String down(JsonNode incident, Instant now) {
        JsonNode begin = moment(incident, "failed", "declared");
        JsonNode end = moment(incident, "restored", "restored");
        if (!Wording.isThere(begin)) {
            return Wording.NONE;
        }
        Instant until = Wording.isThere(end) ? Instant.parse(end.asText()) : now;
        return Wording.span(Duration.between(Instant.parse(begin.asText()), until));
    }

    private static JsonNode moment(JsonNode incident, String first, String second) {
        JsonNode found = HubClient.JSON.missingNode();
        for (JsonNode each : incident.path("milestones")) {
            String moment = each.path("moment").asText();
            boolean counts = !each.path("retracted").asBoolean();
            if (counts && moment.equals(first)) {
                return each.path("at");
            }
            if (counts && moment.equals(second) && !Wording.isThere(found)) {
                found = each.path("at");
            }
        }
        return found;
    }

    private static String cut(String text) {
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX - 1) + "…" : text;
    }
}
