package dev.andon.hub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// What runs the hub.
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        description = "Runs the hub, or one of its workers; writes a broker's password file.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HubServeCommand.class, HubWorkerCommand.class, PasswordsCommand.class})
final class HubCommand implements Runnable {
    @ParentCommand private HubMain main;

    @Spec private CommandSpec spec;

    HubMain main() {
        return main;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? serve runs the hub.");
    }
}
