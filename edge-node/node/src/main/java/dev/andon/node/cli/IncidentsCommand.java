package dev.andon.node.cli;

import dev.andon.knowledge.StageException;
import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/// The log of incidents. Works beside a node that serves.
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = "Lists incidents, opens them and gives them milestones.",
        subcommands = {
            IncidentOpenCommand.class,
            IncidentMarkCommand.class,
            IncidentRestoreCommand.class,
            IncidentChangeCommands.Correct.class,
            IncidentChangeCommands.Retract.class,
            IncidentChangeCommands.Withdraw.class,
            IncidentChangeCommands.Show.class
        })
final class IncidentsCommand implements Callable<Integer> {
    private static final int LISTED = 100;

    @ParentCommand private Andon andon;

    @Option(names = "--open", description = "Only what is neither restored nor withdrawn.")
    private boolean open;

    @Option(names = "--machine", paramLabel = "ID", description = "Only those of one machine.")
    private @Nullable String machine;

    @Option(names = "--json", description = "One JSON object an incident.")
    private boolean json;

    @Override
    public Integer call() {
        return with(log -> print(log, log.list(open, machine, LISTED)));
    }

    /// Does something with one incident and shows what came of it.
    int one(boolean asJson, Function<IncidentLog, Incident> act) {
        return with(
                log -> {
                    Incident incident = act.apply(log);
                    if (asJson) {
                        andon.out().println(log.view(incident).toJson());
                    } else {
                        IncidentScreen.now(andon.out()).show(incident);
                    }
                });
    }

    private void print(IncidentLog log, List<Incident> incidents) {
        if (json) {
            log.views(incidents).forEach(one -> andon.out().println(one.toJson()));
        } else {
            IncidentScreen.now(andon.out()).list(incidents, log.marks(incidents));
        }
    }

    /// The journal alone: neither manuals nor engines are opened for it.
    private int with(Consumer<IncidentLog> act) {
        try (NodeJournal journal =
                NodeJournal.open(andon.home(), andon.config(), EdgeNode.register(andon.home()))) {
            StageException damage = journal.damage();
            if (damage != null) {
                andon.err().println("andon: " + damage.getMessage());
                andon.err().flush();
            }
            act.accept(journal.incidents());
            andon.out().flush();
            return ExitCode.OK;
        }
    }
}
