package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;

/// The nodes of the plant.
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        subcommands = {EventsCommand.class, InboxCommand.class, AnswerCommand.class},
        description =
                "Shows the nodes of the plant and what they reported; invites and removes them;"
                        + " answers calls for the expert.")
final class FleetCommand implements Callable<Integer> {
    static final String FLEET = "/api/v1/fleet/";

    @ParentCommand private HubMain main;

    @Mixin private HubAddress hub;

    @Option(names = "--json", description = "One JSON object a node.")
    private boolean json;

    @Override
    public Integer call() {
        JsonNode nodes = get("/api/v1/fleet").path("nodes");
        if (json) {
            nodes.forEach(main.out()::println);
            main.out().flush();
        } else if (nodes.isEmpty()) {
            say("No nodes yet. Invite one: andon fleet invite NODE");
        } else {
            FleetTable.print(main.out(), nodes, Instant.now());
        }
        return ExitCode.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows all of one node.")
    int show(
            @Parameters(paramLabel = "NODE") String node,
            @Option(names = "--json", description = "One JSON object.") boolean asJson) {
        JsonNode found = get(FLEET + name(node));
        if (asJson) {
            say(found.toString());
        } else {
            new NodeSheet(main.out(), found, Instant.now()).print();
        }
        return ExitCode.OK;
    }

    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = "Makes a one-time code by which a node enrols.")
    int invite(
            @Parameters(paramLabel = "NODE", description = "Its id: a-z, 0-9 and hyphens.")
                    String node,
            @Option(
                            names = "--valid-hours",
                            paramLabel = "N",
                            defaultValue = "24",
                            description = "How long the code is good (default: ${DEFAULT-VALUE}).")
                    int validHours,
            @Option(names = "--json", description = "One JSON object.") boolean asJson) {
        JsonNode made =
                post(
                        FLEET + name(node) + "/invite",
                        HubClient.JSON.createObjectNode().put("validHours", validHours));
        if (asJson) {
            say(made.toString());
        } else {
            explain(made);
            say(made.path("code").asText());
        }
        return ExitCode.OK;
    }

    /// To standard error, so that the code alone is what a script gets.
    private void explain(JsonNode made) {
        PrintWriter err = main.err();
        err.printf(
                "Until %s, on %s:%n  andon enrol %s %s%n",
                Wording.minute(made.path("expires")),
                made.path("node").asText(),
                made.path("hub").asText(),
                made.path("code").asText());
        if (made.path("replaces").asBoolean()) {
            err.println("It is enrolled already: its credentials end when the code is used.");
        }
        err.flush();
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description =
                    "Takes a node out of the fleet: its credentials end; what it reported stays.")
    int remove(@Parameters(paramLabel = "NODE") String node) {
        try (HubClient client = hub.open()) {
            client.delete(FLEET + name(node));
        }
        say(node + " is removed: its credentials do not work any more, and it is not listened to.");
        return ExitCode.OK;
    }

    @Command(
            name = "resync",
            mixinStandardHelpOptions = true,
            description =
                    "Has a node send again from the hub's mark and look at the library again.")
    int resync(@Parameters(paramLabel = "NODE") String node) {
        JsonNode issued =
                post(
                        FLEET + name(node) + "/command",
                        HubClient.JSON.createObjectNode().put("name", "resync"));
        JsonNode result = issued.path("result");
        if (!Wording.isThere(result)) {
            say(
                    "%s did not answer yet; it will do it if it is back before %s."
                            .formatted(node, Wording.minute(issued.path("expires"))));
            return ExitCode.OK;
        }
        boolean done = result.path("done").asBoolean();
        say(
                "%s: %s, %s"
                        .formatted(
                                node,
                                Wording.text(result.path("code")),
                                Wording.text(result.path("message"))));
        return done ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @Command(
            name = "incidents",
            mixinStandardHelpOptions = true,
            description = "Shows the incidents that were written last.")
    int incidents(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "How many at most (default: ${DEFAULT-VALUE}).")
                    int limit,
            @Option(names = "--json", description = "One JSON object an incident.")
                    boolean asJson) {
        JsonNode found = get("/api/v1/incidents?limit=" + limit).path("incidents");
        if (asJson) {
            found.forEach(main.out()::println);
            main.out().flush();
        } else {
            JournalTables.incidents(main.out(), found, Instant.now());
        }
        return ExitCode.OK;
    }

    @Command(
            name = "dead-letters",
            mixinStandardHelpOptions = true,
            description = "Shows what nodes sent and the hub could not take, with the reason.")
    int deadLetters(
            @Option(names = "--node", paramLabel = "NODE", description = "Of this node alone.")
                    @Nullable String node,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "How many at most (default: ${DEFAULT-VALUE}).")
                    int limit,
            @Option(names = "--json", description = "One JSON object a letter.") boolean asJson) {
        String of = node == null ? "" : "&node=" + name(node);
        JsonNode found = get("/api/v1/dead-letters?limit=" + limit + of).path("deadLetters");
        if (asJson) {
            found.forEach(main.out()::println);
            main.out().flush();
        } else {
            JournalTables.letters(main.out(), found, Instant.now());
        }
        return ExitCode.OK;
    }

    private JsonNode get(String path) {
        try (HubClient client = hub.open()) {
            return client.get(path);
        }
    }

    private JsonNode post(String path, JsonNode body) {
        try (HubClient client = hub.open()) {
            return client.post(path, body);
        }
    }

    /// Goes into an address, and the hub says what is wrong with it.
    static String name(String node) {
        return URLEncoder.encode(node, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HubClient client() {
        return hub.open();
    }

    PrintWriter out() {
        return main.out();
    }

    PrintWriter err() {
        return main.err();
    }

    private void say(String line) {
        main.out().println(line);
        main.out().flush();
    }
}
