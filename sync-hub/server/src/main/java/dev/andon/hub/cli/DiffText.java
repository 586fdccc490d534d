package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;

/// What changed, for a librarian: what can hurt first.
final class DiffText {
    private final PrintWriter out;

    private DiffText(PrintWriter out) {
        this.out = out;
    }

    static void print(JsonNode diff, PrintWriter out) {
        new DiffText(out).print(diff);
    }

    private void print(JsonNode diff) {
        out.printf(
                "%s: revision %s -> %s%n",
                DocumentName.shortened(diff.path("document").asText()),
                diff.path("from").path("about").path("revision").asText(),
                diff.path("to").path("about").path("revision").asText());
        JsonNode contents = diff.path("contents");
        if (contents.isObject()) {
            contents(contents);
        }
        out.printf(
                "%nA node that has %s fetches %s; a node without it %s.%n",
                diff.path("from").path("about").path("revision").asText(),
                Bytes.words(diff.path("bytesFetched").asLong()),
                Bytes.words(diff.path("bytesWhole").asLong()));
    }

    private void contents(JsonNode contents) {
        head("Values", contents.path("values"));
        for (JsonNode value : contents.path("values")) {
            out.printf(
                    "  %-8s %s, %s: %s%s%n",
                    value.path("change").asText(),
                    value.path("heading").asText(),
                    value.path("what").asText(),
                    beforeAndAfter(value),
                    page(value));
        }
        head("Faults", contents.path("faults"));
        for (JsonNode fault : contents.path("faults")) {
            out.printf(
                    "  %-8s %s%s%n           was: %s%n           is:  %s%n",
                    fault.path("change").asText(),
                    fault.path("code").asText(),
                    page(fault),
                    dash(fault.path("before").asText()),
                    dash(fault.path("after").asText()));
        }
        head("Safety notices", contents.path("notices"));
        for (JsonNode notice : contents.path("notices")) {
            out.printf(
                    "  %-8s %s%s%n",
                    notice.path("change").asText(), notice.path("text").asText(), page(notice));
        }
        sections(contents);
    }

    private void sections(JsonNode contents) {
        head("Sections", contents.path("sections"));
        for (JsonNode section : contents.path("sections")) {
            out.printf("  %-8s ", section.path("change").asText());
            StringBuilder path = new StringBuilder();
            section.path("path").forEach(heading -> path.append(" > ").append(heading.asText()));
            out.printf(
                    "%s%s, %d passages%n",
                    path.isEmpty() ? "(before the first heading)" : path.substring(3),
                    page(section),
                    section.path("passages").asInt());
        }
        out.printf(
                "%nPassages: %d as they were, %d new, %d gone%n",
                contents.path("passagesSame").asInt(),
                contents.path("passagesNew").asInt(),
                contents.path("passagesGone").asInt());
    }

    private void head(String what, JsonNode changes) {
        if (!changes.isEmpty()) {
            out.printf("%n%s (%d)%n", what, changes.size());
        }
    }

    private static String beforeAndAfter(JsonNode value) {
        return dash(value.path("before").asText()) + " -> " + dash(value.path("after").asText());
    }

    private static String page(JsonNode change) {
        String page = change.path("page").asText();
        return page.isEmpty() ? "" : " (page " + page + ")";
    }

    private static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
