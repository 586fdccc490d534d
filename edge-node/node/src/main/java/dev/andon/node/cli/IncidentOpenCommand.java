package dev.andon.node.cli;

import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/// A machine stands still.
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens an incident, or joins it to the stop that the machine has told of.")
final class IncidentOpenCommand implements Callable<Integer> {
    @ParentCommand private IncidentsCommand incidents;

    @Option(
            names = "--machine",
            required = true,
            paramLabel = "ID",
            description = "Id, name or alias of the machine.")
    private String machine;

    @Option(
            names = "--fault",
            paramLabel = "CODE",
            description = "Code of the fault, or what the register calls it.")
    private @Nullable String fault;

    @Option(
            names = "--failed-at",
            paramLabel = "TIME",
            converter = GivenTime.Converter.class,
            description = "When the machine stopped, if that is known.")
    private @Nullable GivenTime failedAt;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = GivenTime.Converter.class,
            description = "When it was noticed: " + GivenTime.HELP)
    private @Nullable GivenTime at;

    @Option(
            names = "--id",
            paramLabel = "UUID",
            description = "An id of one's own, so that one may ask again.")
    private @Nullable String id;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Opening opening =
                new Opening(
                        id,
                        machine,
                        fault,
                        GivenTime.millis(failedAt),
                        GivenTime.millis(at),
                        Source.ENTERED,
                        Origin.CLI);
        return incidents.one(json, log -> log.openOrJoin(opening).incident());
    }
}
