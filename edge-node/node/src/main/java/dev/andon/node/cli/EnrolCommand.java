package dev.andon.node.cli;

import dev.andon.config.DeviceConfig;
import dev.andon.node.sync.enrol.Enroller;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.node.sync.enrol.EnrolmentCode;
import dev.andon.node.sync.enrol.EnrolmentFolder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// Binds the node to a hub, by a code that somebody read off the hub.
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description =
                "Binds this node to a hub with a one-time code; `andon fleet invite NODE` on the"
                    + " hub makes it.")
final class EnrolCommand implements Callable<Integer> {
    private static final String NOT_ENROLLED =
            "This node is not enrolled. Make a code on the hub with andon fleet invite NODE, then:"
                    + " andon enrol https://HUB:PORT CODE";

    @ParentCommand private Andon andon;
    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "https://HUB:PORT",
            description = "The hub.")
    private @Nullable String hub;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CODE",
            description = "As the hub printed it; hyphens and case do not matter.")
    private @Nullable String code;

    @Option(names = "--show", description = "Shows the hub that the node is bound to.")
    private boolean show;

    @Option(
            names = "--forget",
            description = "Deletes the credentials. What waits for the hub stays.")
    private boolean forget;

    @Override
    public Integer call() {
        EnrolmentFolder folder = new EnrolmentFolder(andon.home().hub());
        if (show) {
            return show(folder);
        }
        if (forget) {
            return forget(folder);
        }
        if (hub == null || code == null) {
            throw new ParameterException(
                    spec.commandLine(), "Which hub, and with which code? Or --show, or --forget?");
        }
        return enrol(folder, hub, EnrolmentCode.parse(code));
    }

    private int enrol(EnrolmentFolder folder, String address, EnrolmentCode parsed) {
        Enrolment enrolment = new Enroller(folder).enrol(address, parsed);
        say(
                "Enrolled as %s of the site %s at %s."
                        .formatted(enrolment.node(), enrolment.site(), enrolment.hub()));
        warn(enrolment);
        say("It is used from the next start of andon serve.");
        return done();
    }

    /// The hub's names count for the sync; other places show the configured ones.
    private void warn(Enrolment enrolment) {
        DeviceConfig.Node configured = andon.config().node();
        if (!configured.id().equals(enrolment.node())
                || !configured.site().equals(enrolment.site())) {
            andon.err()
                    .printf(
                            "warning: the configuration calls this node %s of %s. Set node.id: %s"
                                + " and node.site: %s in andon.yaml, so that it has one name"
                                + " everywhere.%n",
                            configured.id(), configured.site(), enrolment.node(), enrolment.site());
            andon.err().flush();
        }
    }

    private int show(EnrolmentFolder folder) {
        Enrolment known = folder.read().orElse(null);
        if (known == null) {
            say(NOT_ENROLLED);
            return done();
        }
        say("Hub       " + known.hub());
        say("Site      " + known.site());
        say("Node      " + known.node());
        say("Broker    " + known.broker() + " as " + known.user());
        say("Keys      " + known.keys().size() + " that sign the library");
        say("Authority " + known.authority().getSubjectX500Principal().getName());
        say("          until " + known.authority().getNotAfter().toInstant());
        return done();
    }

    private int forget(EnrolmentFolder folder) {
        say(
                folder.forget()
                        ? "The hub is forgotten. What waits for a hub stays. Restart andon serve if"
                              + " it runs, and remove the node on the hub: andon fleet remove NODE."
                        : NOT_ENROLLED);
        return done();
    }

    private void say(String line) {
        andon.out().println(line);
    }

    private int done() {
        andon.out().flush();
        return ExitCode.OK;
    }
}
