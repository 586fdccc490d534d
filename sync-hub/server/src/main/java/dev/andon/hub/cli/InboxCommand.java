package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.time.Instant;
import java.util.concurrent.Callable;

/// Who calls the expert.
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description = "Shows the calls for the expert, and what became of the answers.")
final class InboxCommand implements Callable<Integer> {
    @ParentCommand private FleetCommand fleet;

    @Option(names = "--open", description = "Only those that still want an answer.")
    private boolean open;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "One JSON object a call.")
    private boolean json;

    @Override
    public Integer call() {
        JsonNode calls;
        try (HubClient client = fleet.client()) {
            calls = client.get("/api/v1/inbox?open=" + open + "&limit=" + limit).path("calls");
        }
        if (json) {
            calls.forEach(fleet.out()::println);
            fleet.out().flush();
        } else {
            new InboxSheet(fleet.out(), Instant.now()).print(calls, open);
        }
        return ExitCode.OK;
    }
}
