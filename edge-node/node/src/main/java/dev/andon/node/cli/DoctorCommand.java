package dev.andon.node.cli;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.node.EdgeNode;
import dev.andon.node.doctor.Doctor;
import dev.andon.node.doctor.Finding;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Is everything here that a node needs?
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks at every engine, model, folder and port, at the journal and for the hub: ok,"
                        + " or what mends it.")
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand private Andon andon;

    @Option(names = "--json", description = "One JSON object a finding.")
    private boolean json;

    private boolean failed;

    @Override
    public Integer call() {
        NodeHome home = andon.home();
        DeviceConfig config = andon.config();
        Consumer<Finding> print = this::print;
        new Doctor(home, config).examine(print);
        EdgeNode.examine(home, config, print);
        return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void print(Finding finding) {
        failed |= finding.verdict() == Finding.Verdict.FAILED;
        if (json) {
            andon.out().println(Json.line(finding));
        } else {
            String mark =
                    switch (finding.verdict()) {
                        case OK -> "ok";
                        case NOTE -> "note";
                        case FAILED -> "FAILED";
                    };
            andon.out().printf("%-7s %-36s %s%n", mark, finding.name(), finding.detail());
            if (!finding.mend().isEmpty()) {
                andon.out().printf("%-7s %-36s mend: %s%n", "", "", finding.mend());
            }
        }
        andon.out().flush();
    }
}
