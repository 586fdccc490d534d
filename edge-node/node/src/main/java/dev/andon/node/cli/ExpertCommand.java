package dev.andon.node.cli;

import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;
import dev.andon.node.escalation.Escalation;
import dev.andon.node.incident.Incident;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Calls for the expert. Works beside a node that serves.
@Command(
        name = "expert",
        mixinStandardHelpOptions = true,
        description = "Calls the expert, and shows the calls with what he answered.")
final class ExpertCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(names = "--json", description = "One JSON object a call.")
    private boolean json;

    @Override
    public Integer call() {
        return with(
                journal -> {
                    List<Escalation> calls = journal.escalations().list();
                    if (json) {
                        calls.forEach(this::printJson);
                    } else {
                        new ExpertScreen(andon.out()).list(calls);
                    }
                });
    }

    @Command(
            name = "call",
            mixinStandardHelpOptions = true,
            description = "Calls the expert; the answer is told at the line and shown here.")
    int call(
            @Option(
                            names = "--question",
                            required = true,
                            paramLabel = "TEXT",
                            description = "What he is to answer, at most 2000 characters.")
                    String question,
            @Option(
                            names = "--machine",
                            paramLabel = "ID",
                            description = "Id, name or alias of the machine.")
                    @Nullable String machine,
            @Option(
                            names = "--incident",
                            paramLabel = "ID",
                            description =
                                    "The incident that it is about, or the first letters of its"
                                            + " id; its timeline goes with the call.")
                    @Nullable String incident,
            @Option(names = "--json", description = "One JSON object.") boolean asJson) {
        return with(
                journal -> {
                    Incident about = incident == null ? null : journal.incidents().find(incident);
                    Escalation made =
                            journal.escalations().call(question, List.of(), about, machine);
                    if (asJson) {
                        printJson(made);
                    } else {
                        new ExpertScreen(andon.out()).called(made);
                    }
                });
    }

    private void printJson(Escalation call) {
        andon.out().println(Json.line(ExpertScreen.View.of(call)));
    }

    /// The journal alone: neither manuals nor engines are opened for it.
    private int with(Consumer<NodeJournal> act) {
        try (NodeJournal journal =
                NodeJournal.open(andon.home(), andon.config(), EdgeNode.register(andon.home()))) {
            act.accept(journal);
            andon.out().flush();
            return ExitCode.OK;
        }
    }
}
