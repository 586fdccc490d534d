package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// The library, for people.
final class StatusText {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private StatusText() {}

    static void print(JsonNode status, PrintWriter out) {
        if (status.path("documents").isEmpty()) {
            out.println("The library is empty. Add a manual: andon library add FILE");
            return;
        }
        for (JsonNode document : status.path("documents")) {
            document(document, out);
        }
        if (status.path("catalogVersion").asLong() > 0) {
            out.printf(
                    "Catalog %d, good until %s.%n",
                    status.path("catalogVersion").asLong(),
                    time(status.path("catalogExpires").asLong()));
        }
    }

    private static void document(JsonNode document, PrintWriter out) {
        out.println(DocumentName.shortened(document.path("document").asText()));
        Table revisions = new Table("  revision", "number", "added", "size", "served", "title");
        for (JsonNode one : document.path("revisions")) {
            revisions.row(
                    "  " + one.path("revision").asText(),
                    one.path("serial").asText(),
                    time(one.path("added").asLong()),
                    Bytes.words(one.path("bytes").asLong()),
                    Bytes.words(one.path("bytesServed").asLong()),
                    one.path("title").asText());
        }
        revisions.print(out);
        if (document.path("rings").isEmpty()) {
            out.println("  not staged");
        }
        document.path("rings").forEach(ring -> ring(ring, out));
        out.println();
    }

    private static void ring(JsonNode ring, PrintWriter out) {
        out.printf(
                "  ring %s: revision %s (number %d)%s since %s%n",
                ring.path("ring").asText(),
                ring.path("revision").asText(),
                ring.path("serial").asLong(),
                ring.path("rollback").asBoolean() ? ", rolled back," : "",
                time(ring.path("staged").asLong()));
        if (!ring.path("halted").isNull()) {
            out.println("    HALTED: " + ring.path("halted").asText());
        }
        for (JsonNode node : ring.path("nodes")) {
            out.printf("    %s: %s%n", node.path("node").asText(), state(node));
        }
    }

    private static String state(JsonNode node) {
        String serves =
                node.path("serves").isNull() ? "" : ", serves " + node.path("serves").asText();
        String online = node.path("online").asBoolean() ? "" : ", offline";
        return switch (node.path("state").asText()) {
            case "installed" ->
                    "installed"
                            + online
                            + (node.path("failedEngine").isNull()
                                    ? ""
                                    : ", FAILED: " + node.path("failedEngine").asText());
            case "refused" ->
                    "REFUSED: %s (%s)%s%s"
                            .formatted(
                                    node.path("reason").asText(),
                                    node.path("code").asText(),
                                    serves,
                                    online);
            default -> "pending" + serves + online;
        };
    }

    /// @param decided one stage or several
    static void stages(JsonNode decided, PrintWriter out) {
        if (decided.isArray()) {
            decided.forEach(stage -> stage(stage, out));
        } else {
            stage(decided, out);
        }
        out.println("See what comes of it: andon library status");
    }

    private static void stage(JsonNode stage, PrintWriter out) {
        out.printf(
                "Ring %s is to %s number %d of %s.%n",
                stage.path("ring").asText(),
                stage.path("rollback").asBoolean() ? "go back to" : "serve",
                stage.path("serial").asLong(),
                DocumentName.of(stage.path("document")));
    }

    static void rings(JsonNode rings, PrintWriter out) {
        Table table = new Table("ring", "nodes");
        for (JsonNode ring : rings) {
            StringBuilder nodes = new StringBuilder();
            ring.path("nodes").forEach(node -> nodes.append(' ').append(node.asText()));
            table.row(ring.path("name").asText(), nodes.toString().strip());
        }
        table.row("everyone", "(all others)");
        table.print(out);
    }

    private static String time(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis));
    }
}
