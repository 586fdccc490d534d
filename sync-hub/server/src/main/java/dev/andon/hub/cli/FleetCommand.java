package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;

/// The nodes of the plant.
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description = "Shows the nodes of the plant; invites and removes them.")
final class FleetCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    @ParentCommand private HubMain main;

    @Mixin private HubAddress hub;

    @Override
    public Integer call() {
        return ExitCode.OK;
    }

    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = "Makes a one-time code by which a node enrols: andon enrol HUB CODE.")
    int invite(
            @Parameters(paramLabel = "NODE", description = "Its id: a-z, 0-9 and hyphens.")
                    String node,
            @Option(
                            names = "--valid-hours",
                            paramLabel = "N",
                            defaultValue = "24",
                            description = "How long the code is good (default: ${DEFAULT-VALUE}).")
                    int validHours,
            @Option(names = "--json", description = "One JSON object.") boolean json) {
        try (HubClient client = hub.open()) {
            JsonNode made =
                    client.post(
                            "/api/v1/fleet/" + node + "/invite",
                            HubClient.JSON.createObjectNode().put("validHours", validHours));
            show(made, json);
        }
        return ExitCode.OK;
    }

    private void show(JsonNode made, boolean json) {
        PrintWriter out = main.out();
        if (json) {
            out.println(made);
        } else {
            out.println(made.path("code").asText());
            main.err()
                    .printf(
                            "On %s, until %s:  andon enrol https://HUB:8470 CODE%n",
                            made.path("node").asText(),
                            MINUTE.format(Instant.parse(made.path("expires").asText())));
            if (made.path("replaces").asBoolean()) {
                main.err()
                        .println(
                                "It is enrolled already: its credentials stop working when the code"
                                        + " is used.");
            }
            main.err().flush();
        }
        out.flush();
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Takes a node out of the fleet; what it reported stays.")
    int remove(@Parameters(paramLabel = "NODE") String node) {
        try (HubClient client = hub.open()) {
            client.delete("/api/v1/fleet/" + node);
        }
        main.out().println(node + " is removed; its credentials do not work any more.");
        main.out().flush();
        return ExitCode.OK;
    }
}
