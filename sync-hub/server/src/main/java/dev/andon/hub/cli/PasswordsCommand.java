package dev.andon.hub.cli;

import dev.andon.hub.HubPreparation;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// The password file of an external broker.
@Command(
        name = "passwords",
        mixinStandardHelpOptions = true,
        description = {
            "Writes Mosquitto's password file: the hub and every enrolled node.",
            "Works whether the hub runs or not, and before its first start."
        })
final class PasswordsCommand implements Callable<Integer> {
    @ParentCommand private HubCommand parent;

    @Parameters(paramLabel = "FILE", description = "Replaced whole; owner and mode are kept.")
    private Path file;

    @Override
    public Integer call() {
        int users = HubPreparation.passwords(parent.main().home(), parent.main().config(), file);
        parent.main()
                .out()
                .printf(
                        "%s: %d users. Mosquitto reads it again after: systemctl reload"
                                + " mosquitto%n",
                        file, users);
        parent.main().out().flush();
        return ExitCode.OK;
    }
}
