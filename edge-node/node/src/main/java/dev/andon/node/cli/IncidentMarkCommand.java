package dev.andon.node.cli;

import dev.andon.node.incident.Given;
import dev.andon.node.incident.Source;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/// Something happened in an incident.
@Command(name = "mark", mixinStandardHelpOptions = true, description = "Gives a milestone.")
final class IncidentMarkCommand implements Callable<Integer> {
    @ParentCommand private IncidentsCommand incidents;

    @Parameters(index = "0", paramLabel = "ID", description = IncidentChangeCommands.ID)
    private String id;

    @Parameters(
            index = "1",
            paramLabel = "MILESTONE",
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private Moment moment;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = GivenTime.Converter.class,
            description = "When: " + GivenTime.HELP)
    private @Nullable GivenTime at;

    @Option(
            names = "--for",
            paramLabel = "WHAT",
            description = "What is waited for, with waiting: ${COMPLETION-CANDIDATES}.")
    private @Nullable Wait waitFor;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Given given = new Given(moment, GivenTime.millis(at), waitFor, Source.ENTERED);
        return incidents.one(json, log -> log.mark(id, given));
    }
}
