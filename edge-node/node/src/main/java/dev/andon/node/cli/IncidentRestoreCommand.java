package dev.andon.node.cli;

import dev.andon.node.incident.Source;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/// The machine runs again.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Closes an incident: the machine runs again.")
final class IncidentRestoreCommand implements Callable<Integer> {
    @ParentCommand private IncidentsCommand incidents;

    @Parameters(paramLabel = "ID", description = IncidentChangeCommands.ID)
    private String id;

    @Option(names = "--cause", paramLabel = "TEXT", description = "What it was.")
    private @Nullable String cause;

    @Option(names = "--note", paramLabel = "TEXT", description = "What others should know.")
    private @Nullable String note;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = GivenTime.Converter.class,
            description = "When: " + GivenTime.HELP)
    private @Nullable GivenTime at;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        return incidents.one(
                json, log -> log.restore(id, GivenTime.millis(at), cause, note, Source.ENTERED));
    }
}
