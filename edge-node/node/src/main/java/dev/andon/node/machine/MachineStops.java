package dev.andon.node.machine;

import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentException;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Joined;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.machine.MachineTimes.Counted;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Turns what machines say into incidents. Safe to call from any thread.
///
/// - *Stopped* opens an incident, or joins the one that a person has opened for the same stop
///   ([IncidentLog#openOrJoin]). Said again it does nothing: not by a repeated or a retained
///   message, nor after a restart of the node, the broker or the gateway. After a person has said
///   that it is restored, only a stop that began later by the machine's own time is another one.
/// - *Running* restores what the machine had stopped, unless somebody diagnoses, waits, repairs or
///   tests: then the machine may run for a test, and the person says when it is restored.
/// - *Unknown* neither opens nor restores anything.
/// - A report that was overtaken by a later one says nothing, see [MachineTimes].
/// - A fault that the register does not know is left out, and logged once.
///
/// How often a machine stops is kept as it is: which stops are too short to count is said by
/// [dev.andon.node.incident.Stops].
public final class MachineStops {
    private static final Logger LOG = LoggerFactory.getLogger(MachineStops.class);

    /// Incidents of a machine among which its last word is looked for.
    private static final int LOOKED_AT = 50;

    private final IncidentLog incidents;
    private final Complaints complaints;
    private final MachineTimes times;
    private final Map<String, Words> byMachine = new HashMap<>();

    /// Into this log of incidents.
    public MachineStops(IncidentLog incidents, Complaints complaints) {
        this.incidents = incidents;
        this.complaints = complaints;
        this.times = new MachineTimes(complaints);
    }

    /// A machine has spoken.
    ///
    /// @throws dev.andon.knowledge.StageException `store`: what it means could not be written, and
    ///     the report should come again
    public synchronized void heard(MachineReport spoken) {
        if (spoken.state() == MachineState.UNKNOWN) {
            return;
        }
        MachineReport report = spoken.withFault(registered(spoken));
        Words words = words(report.machine());
        if (words.hadHeard(report) || known(report)) {
            return;
        }
        Counted counted = words.counted(report, times);
        if (counted == null) {
            complaints.ignored(
                    "overtaken|" + report.machine(),
                    "%s sent something older than its last word; such messages say nothing. Look for two senders of one machine."
                            .formatted(report.machine()));
            return;
        }
        act(report, counted, words.last());
        words.heard(report, counted);
    }

    private Words words(String machine) {
        return byMachine.computeIfAbsent(
                machine,
                id -> new Words(LastWord.in(incidents.list(false, id, LOOKED_AT)).orElse(null)));
    }

    private @Nullable String registered(MachineReport report) {
        String fault = report.fault();
        try {
            return fault == null ? null : incidents.faultCalled(report.machine(), fault);
        } catch (IncidentException unknown) {
            complaints.noted(
                    "fault|%s|%s".formatted(report.machine(), fault),
                    "%s Its stops are recorded without it. To have it, give the register that code, or give one of its codes that alias."
                            .formatted(unknown.getMessage()));
            return null;
        }
    }

    /// After a restart, the incidents know which stops were told.
    private boolean known(MachineReport report) {
        return report.state() == MachineState.STOPPED
                && report.at() != null
                && incidents.openedBy(id(report)).isPresent();
    }

    private void act(MachineReport report, Counted counted, @Nullable LastWord before) {
        try {
            if (report.state() == MachineState.RUNNING) {
                runs(report.machine(), counted.at());
            } else if (begins(report, counted, before)) {
                told(incidents.openOrJoin(opening(report, counted.at())), report);
            }
        } catch (IncidentException refused) {
            complaints.ignored(
                    refused.code() + "|" + report.machine(),
                    "%s is %s, and that cannot be recorded: %s"
                            .formatted(report.machine(), report.state(), refused.getMessage()));
        }
    }

    /// A machine that goes on saying that it stands still has stopped once, unless it names another
    /// fault, or a person said that it was restored and it stopped after that.
    private boolean begins(MachineReport report, Counted counted, @Nullable LastWord before) {
        if (before == null
                || before.state() == MachineState.RUNNING
                || !Incident.sameFault(before.fault(), report.fault())) {
            return true;
        }
        Optional<Incident> newest =
                incidents.list(false, report.machine(), LOOKED_AT).stream()
                        .filter(Incident::saidByMachine)
                        .filter(each -> Incident.sameFault(each.fault(), report.fault()))
                        .findFirst();
        return newest.map(each -> each.open() || counted.own() && endedBefore(each, counted.at()))
                .orElse(true);
    }

    /// What was opened by mistake has no end.
    private static boolean endedBefore(Incident incident, long at) {
        Long ended = incident.ended();
        return !incident.withdrawn() && ended != null && ended < at;
    }

    private static Opening opening(MachineReport report, long at) {
        return new Opening(
                id(report),
                report.machine(),
                report.fault(),
                at,
                report.arrivedAt(),
                Source.MACHINE,
                Origin.MACHINE);
    }

    /// The same stop has the same id, whoever tells of it again.
    private static String id(MachineReport report) {
        Long said = report.at();
        long at = said == null ? report.arrivedAt() : said;
        String stop = "%s|%s|%d".formatted(report.machine(), report.fault(), at);
        return UUID.nameUUIDFromBytes(stop.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void told(Joined joined, MachineReport report) {
        if (joined.joined()) {
            LOG.debug("{} goes on with {}", report.machine(), joined.incident().id());
        } else {
            LOG.info("{} stands still: {}", report.machine(), joined.incident().id());
        }
    }

    private void runs(String machine, long at) {
        for (Incident open : incidents.openOn(machine)) {
            if (open.saidByMachine()) {
                runs(open, at);
            }
        }
    }

    private void runs(Incident open, long at) {
        Incident after = incidents.runsAgain(open.id(), at);
        if (after.restored()) {
            complaints.settled("hand|" + open.id());
            LOG.info("{} runs again: {}", open.machine(), open.id());
        } else {
            complaints.noted(
                    "hand|" + open.id(),
                    "%s runs while somebody works on incident %s. That it is restored is for him to say."
                            .formatted(open.machine(), open.id()));
        }
    }
}
