package dev.andon.node.cli;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.node.EdgeNode;

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

/// The command `andon`. Exit codes: 0 done, 1 failed, 2 bad usage.
@Command(
        name = "andon",
        mixinStandardHelpOptions = true,
        version = "andon " + EdgeNode.VERSION,
        description = "A voice assistant for the production line that answers from the manuals.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading =
                "%nOf the hub, the central side for many boxes (each has its own --help):%n",
        footer = {
            "  hub       Runs the hub.",
            "  fleet     Shows the boxes of the plant; invites and removes them.",
            "  library   Adds manuals, and brings them to the boxes."
        },
        subcommands = {
            DemoCommand.class,
            AskCommand.class,
            TalkCommand.class,
            RegisterCommand.class,
            LintCommand.class,
            IndexCommand.class,
            FactsCommand.class,
            PageCommand.class,
            ServeCommand.class,
            IncidentsCommand.class,
            HandoverCommand.class,
            ExpertCommand.class,
            EnrolCommand.class,
            SyncCommand.class,
            InstallCommand.class,
            ModelsCommand.class,
            BenchCommand.class,
            EvalCommand.class,
            DoctorCommand.class
        })
public final class Andon implements Runnable {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "All that the node writes lies below it (default: $$ANDON_HOME, else the XDG"
                            + " data folder).")
    private @Nullable Path home;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Device configuration (default: andon.yaml in the home, if it is there).")
    private @Nullable Path config;

    @Spec private CommandSpec spec;

    /// Starts the command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The parser, for the main method and for tests.
    static CommandLine commandLine() {
        return new CommandLine(new Andon())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /// The home as the options and the environment say; its folders exist.
    NodeHome home() {
        return NodeHome.resolve(home, System.getenv()).create();
    }

    /// The configuration in force.
    DeviceConfig config() {
        return config == null ? DeviceConfig.of(home()) : DeviceConfig.read(config);
    }

    /// The node that lives in the home.
    EdgeNode open() {
        return EdgeNode.open(home(), config());
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
