package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Calls for the expert, one below the other.
///
/// @param now for how long each has waited
record InboxSheet(PrintWriter out, Instant now) {
    private static final int ID_CHARS = 8;
    private static final String LINE = "  %-9s %s%n";

    /// @param openOnly whether only open ones were asked for
    void print(JsonNode calls, boolean openOnly) {
        if (calls.isEmpty()) {
            out.println(
                    openOnly ? "No call waits for an answer." : "Nobody called the expert yet.");
        }
        for (JsonNode call : calls) {
            print(call);
        }
        out.flush();
    }

    private void print(JsonNode call) {
        boolean open = call.path("open").asBoolean();
        String id = call.path("escalation").asText();
        out.printf(
                "%s  %s, %s  %s%n",
                Wording.printable(id.substring(0, Math.min(ID_CHARS, id.length()))),
                Wording.text(call.path("node")),
                Wording.text(call.path("machine")),
                open ? "open for " + age(call) : "answered, called " + age(call) + " ago");
        out.printf(
                LINE,
                "question",
                Wording.isThere(call.path("question"))
                        ? Wording.text(call.path("question"))
                        : "(its words are not kept any more)");
        list("cited", call.path("citations").valueStream().map(InboxSheet::citation).toList());
        list("timeline", call.path("timeline").valueStream().map(InboxSheet::step).toList());
        call.path("answers").forEach(this::answer);
        out.println();
    }

    private void list(String label, List<String> parts) {
        if (!parts.isEmpty()) {
            out.printf(LINE, label, String.join("; ", parts));
        }
    }

    private void answer(JsonNode answer) {
        out.printf(
                LINE,
                "answer",
                "%s, %s: %s"
                        .formatted(
                                Wording.text(answer.path("state")),
                                Wording.ago(answer.path("answered"), now),
                                Wording.isThere(answer.path("text"))
                                        ? Wording.text(answer.path("text"))
                                        : "(its words are not kept any more)"));
        if ("refused".equals(answer.path("state").asText())) {
            out.printf(LINE, "", Wording.text(answer.path("result")));
        }
    }

    /// One sentence on what became of an answer.
    String outcome(JsonNode call, JsonNode answer) {
        String node = Wording.text(call.path("node"));
        return switch (answer.path("state").asText()) {
            case "heard" -> "%s: heard. Whoever asked was told.".formatted(node);
            case "delivered" -> "%s: delivered. Whoever asks next there is told.".formatted(node);
            case "waiting" ->
                    "%s did not confirm it yet; it is kept and sent again until it does."
                            .formatted(node);
            default ->
                    "%s: %s, %s"
                            .formatted(
                                    node,
                                    Wording.text(answer.path("state")),
                                    Wording.text(answer.path("result")));
        };
    }

    private String age(JsonNode call) {
        return Wording.span(Duration.between(Instant.parse(call.path("called").asText()), now));
    }

    private static String citation(JsonNode citation) {
        List<String> parts = new ArrayList<>(List.of(Wording.text(citation.path("manual"))));
        if (Wording.isThere(citation.path("revision"))) {
            parts.add(Wording.text(citation.path("revision")));
        }
        String document = String.join(" ", parts);
        return Wording.isThere(citation.path("page"))
                ? document + ", page " + Wording.text(citation.path("page"))
                : document;
    }

    private static String step(JsonNode step) {
        String moment = Wording.text(step.path("moment")).toLowerCase(Locale.ROOT);
        String waits =
                Wording.isThere(step.path("waitFor"))
                        ? " for " + Wording.text(step.path("waitFor")).toLowerCase(Locale.ROOT)
                        : "";
        return Wording.minute(step.path("at")) + " " + moment + waits;
    }
}
