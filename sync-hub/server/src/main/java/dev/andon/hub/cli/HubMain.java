package dev.andon.hub.cli;

import dev.andon.config.HubConfig;
import dev.andon.config.HubHome;
import dev.andon.hub.Hub;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;

/// The command `andon` with the hub's words. Exit codes: 0 done, 1 failed, 2 bad usage.
@Command(
        name = "andon",
        mixinStandardHelpOptions = true,
        version = "andon " + Hub.VERSION,
        description = "The central side of Andon: many boxes of one plant.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {HubCommand.class, FleetCommand.class, LibraryCommand.class})
public final class HubMain implements Runnable {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "All that the hub writes lies below it (default: $$ANDON_HUB_HOME, else"
                            + " andon-hub in the XDG data folder).")
    private @Nullable Path home;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Configuration of the hub (default: hub.yaml in the home, if it is there).")
    private @Nullable Path config;

    @Spec private CommandSpec spec;

    /// Starts the command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The parser, for the main method and for tests.
    public static CommandLine commandLine() {
        return new CommandLine(new HubMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /// The home as the options and the environment say.
    HubHome home() {
        return HubHome.resolve(home, System.getenv());
    }

    /// The configuration in force.
    HubConfig config() {
        return config == null ? HubConfig.of(home()) : HubConfig.read(config);
    }

    /// Where results go.
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// Where progress and complaints go.
    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
