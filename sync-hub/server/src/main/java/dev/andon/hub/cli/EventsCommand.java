package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// What arrived of a node.
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Shows the events that arrived of a node, by outbox and number.")
final class EventsCommand implements Callable<Integer> {
    /// What the hub gives at once.
    private static final int PAGE_MAX = 1_000;

    @ParentCommand private FleetCommand fleet;

    @Parameters(paramLabel = "NODE")
    private String node;

    @Option(
            names = "--from",
            paramLabel = "OUTBOX[:NUMBER]",
            description = "Begins there (default: at the first).")
    private @Nullable String from;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "Of this kind alone: turn, incident, milestone, handover, escalation,"
                            + " receipt, installation or health.")
    private @Nullable String kind;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "One JSON object an event.")
    private boolean json;

    @Override
    public Integer call() {
        List<JsonNode> found = new ArrayList<>();
        String next;
        try (HubClient client = fleet.client()) {
            next = read(client, found);
        }
        if (json) {
            found.forEach(fleet.out()::println);
            fleet.out().flush();
        } else {
            JournalTables.events(fleet.out(), found);
        }
        if (next != null) {
            fleet.err().println("There are more: --from " + next);
            fleet.err().flush();
        }
        return ExitCode.OK;
    }

    /// Page by page; where those begin that are left.
    private @Nullable String read(HubClient client, List<JsonNode> found) {
        String next = from;
        do {
            JsonNode page = client.get(path(Math.min(PAGE_MAX, limit - found.size()), next));
            page.path("events").forEach(found::add);
            next = Wording.isThere(page.path("next")) ? page.path("next").asText() : null;
        } while (next != null && found.size() < limit);
        return next;
    }

    private String path(int rows, @Nullable String begin) {
        return FleetCommand.FLEET
                + FleetCommand.name(node)
                + "/events?limit="
                + rows
                + (begin == null ? "" : "&from=" + FleetCommand.name(begin))
                + (kind == null ? "" : "&kind=" + FleetCommand.name(kind));
    }
}
