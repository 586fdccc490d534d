package dev.andon.node.cli;

import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.util.Objects;
import java.util.concurrent.Callable;

/// What was said of an incident by mistake, put right; and a look at one.
final class IncidentChangeCommands {
    static final String ID = "The incident's id, or the first letters of it.";
    private static final String NUMBER = "The milestone's number, as show prints it.";

    private IncidentChangeCommands() {}

    /// What is said of one incident, which is printed then.
    abstract static class OfOne implements Callable<Integer> {
        @ParentCommand private IncidentsCommand incidents;

        @Parameters(index = "0", paramLabel = "ID", description = ID)
        private String id;

        @Option(names = "--json", description = "One JSON object.")
        private boolean json;

        /// Says it.
        abstract Incident say(IncidentLog log, String incident);

        @Override
        public Integer call() {
            return incidents.one(json, log -> say(log, id));
        }
    }

    /// ... of one of its milestones.
    abstract static class OfMilestone extends OfOne {
        @Parameters(index = "1", paramLabel = "NUMBER", description = NUMBER)
        int ordinal;
    }

    @Command(
            name = "correct",
            mixinStandardHelpOptions = true,
            description = "Gives a milestone another time.")
    static final class Correct extends OfMilestone {
        @Option(
                names = "--at",
                required = true,
                paramLabel = "TIME",
                converter = GivenTime.Converter.class,
                description = "When: " + GivenTime.HELP)
        private @Nullable GivenTime at;

        @Option(
                names = "--for",
                paramLabel = "WHAT",
                description = "What is waited for: ${COMPLETION-CANDIDATES}.")
        private @Nullable Wait waitFor;

        @Override
        Incident say(IncidentLog log, String incident) {
            return log.correct(incident, ordinal, Objects.requireNonNull(at).at(), waitFor);
        }
    }

    @Command(
            name = "retract",
            mixinStandardHelpOptions = true,
            description = "Takes back a milestone that was given by mistake.")
    static final class Retract extends OfMilestone {
        @Override
        Incident say(IncidentLog log, String incident) {
            return log.retract(incident, ordinal);
        }
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Takes back an incident that was opened by mistake.")
    static final class Withdraw extends OfOne {
        @Override
        Incident say(IncidentLog log, String incident) {
            return log.withdraw(incident);
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows an incident with its milestones.")
    static final class Show extends OfOne {
        @Override
        Incident say(IncidentLog log, String incident) {
            return log.find(incident);
        }
    }
}
