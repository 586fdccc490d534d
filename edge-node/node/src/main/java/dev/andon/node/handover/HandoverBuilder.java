package dev.andon.node.handover;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.handover.Handover.OpenIncident;
import dev.andon.node.handover.Handover.Restored;
import dev.andon.node.handover.Handover.Stops;
import dev.andon.node.handover.Handover.Unanswered;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Milestone;
import dev.andon.node.journal.UnansweredTurn;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes a handover of what is known. Without effects.
///
/// @param register for the names
/// @param microStop a stop that was shorter is a micro-stop
record HandoverBuilder(AssetRegister register, Duration microStop) {
    /// What a handover is made of.
    ///
    /// @param incidents withdrawn ones are passed over
    /// @param turns of the window, refused
    /// @param incomplete whether there are more
    record Known(List<Incident> incidents, List<UnansweredTurn> turns, boolean incomplete) {}

    /// A stop as it stood at a moment.
    ///
    /// @param lasts to its restoration, or to that moment
    private record Stop(Incident incident, List<Milestone> standing, Window lasts) {
        static Optional<Stop> of(Incident incident, long asOf) {
            List<Milestone> standing =
                    incident.standing().stream().filter(each -> each.at() <= asOf).toList();
            return incident.withdrawn() || standing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Stop(incident, standing, lasts(standing, asOf)));
        }

        private static Window lasts(List<Milestone> standing, long asOf) {
            long end =
                    standing.stream()
                            .filter(each -> each.moment() == Moment.RESTORED)
                            .mapToLong(Milestone::at)
                            .findFirst()
                            .orElse(asOf);
            return new Window(standing.getFirst().at(), end);
        }

        boolean restored() {
            return standing.stream().anyMatch(each -> each.moment() == Moment.RESTORED);
        }
    }

    Handover of(Window window, long asOf, Known known) {
        List<Stop> stops =
                known.incidents().stream().flatMap(each -> Stop.of(each, asOf).stream()).toList();
        return new Handover(
                window,
                asOf,
                open(stops),
                stops(stops, window),
                restored(stops, window),
                known.turns().stream().map(this::unanswered).toList(),
                known.incomplete());
    }

    private List<OpenIncident> open(List<Stop> stops) {
        return stops.stream()
                .filter(stop -> !stop.restored())
                .sorted(Comparator.comparingLong(stop -> stop.lasts().from()))
                .map(this::open)
                .toList();
    }

    private OpenIncident open(Stop stop) {
        Incident incident = stop.incident();
        Milestone latest = stop.standing().getLast();
        return new OpenIncident(
                incident.id(),
                machine(incident.machine()),
                incident.fault(),
                faultName(incident),
                latest.moment(),
                stop.lasts().from(),
                latest.waitFor());
    }

    private Stops stops(List<Stop> stops, Window window) {
        Map<Boolean, List<Stop>> byLength =
                stops.stream()
                        .filter(stop -> touches(stop, window))
                        .collect(Collectors.partitioningBy(this::isMicro));
        List<Stop> whole = byLength.getOrDefault(false, List.of());
        List<Stop> micro = byLength.getOrDefault(true, List.of());
        return new Stops(
                whole.size(), minutes(whole, window), micro.size(), minutes(micro, window));
    }

    /// A stop that begins and ends at one moment is one, too.
    private static boolean touches(Stop stop, Window window) {
        return stop.lasts().overlaps(window)
                || stop.lasts().ms() == 0
                        && stop.lasts().from() >= window.from()
                        && stop.lasts().from() < window.to();
    }

    private boolean isMicro(Stop stop) {
        return stop.restored() && stop.lasts().ms() < microStop.toMillis();
    }

    private static long minutes(Collection<Stop> stops, Window window) {
        long ms =
                stops.stream()
                        .collect(Collectors.groupingBy(stop -> stop.incident().machine()))
                        .values()
                        .stream()
                        .mapToLong(ofOneMachine -> union(ofOneMachine, window))
                        .sum();
        return Math.round(ms / 60_000.0);
    }

    private static long union(List<Stop> stops, Window window) {
        long ms = 0;
        long done = window.from();
        List<Window> parts =
                stops.stream()
                        .map(stop -> stop.lasts().clip(window))
                        .sorted(Comparator.comparingLong(Window::from))
                        .toList();
        for (Window part : parts) {
            ms += Math.max(0, part.to() - Math.max(done, part.from()));
            done = Math.max(done, part.to());
        }
        return ms;
    }

    private List<Restored> restored(List<Stop> stops, Window window) {
        List<Restored> restored = new ArrayList<>();
        stops.stream()
                .filter(stop -> stop.restored() && !isMicro(stop))
                .filter(stop -> window.from() <= stop.lasts().to())
                .filter(stop -> stop.lasts().to() < window.to())
                .sorted(Comparator.comparingLong(stop -> stop.lasts().to()))
                .forEach(stop -> restored.add(restored(stop)));
        return restored;
    }

    private Restored restored(Stop stop) {
        Incident incident = stop.incident();
        return new Restored(
                machine(incident.machine()),
                incident.fault(),
                stop.lasts(),
                incident.cause(),
                incident.note());
    }

    private Unanswered unanswered(UnansweredTurn turn) {
        return new Unanswered(
                turn.at(),
                turn.machine() == null ? null : machine(turn.machine()),
                turn.question());
    }

    /// The id where the register does not know it any more.
    private String machine(String id) {
        return register.machine(id).map(Machine::name).orElse(id);
    }

    private @Nullable String faultName(Incident incident) {
        return register.machine(incident.machine()).stream()
                .flatMap(machine -> machine.faults().stream())
                .filter(fault -> fault.code().equals(incident.fault()))
                .map(FaultCode::name)
                .findFirst()
                .orElse(null);
    }
}
