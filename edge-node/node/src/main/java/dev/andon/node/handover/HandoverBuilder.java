package dev.andon.node.handover;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.handover.Handover.OpenIncident;
import dev.andon.node.handover.Handover.Restored;
import dev.andon.node.handover.Handover.StopCount;
import dev.andon.node.handover.Handover.Unanswered;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Milestone;
import dev.andon.node.incident.Stop;
import dev.andon.node.incident.Stops;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a handover of what is known. Without effects.
///
/// @param register for the names
/// @param rule what is one stop, and which are too short to count
record HandoverBuilder(AssetRegister register, Stops rule) {
    /// What a handover is made of.
    ///
    /// @param incidents withdrawn ones are passed over
    /// @param turns of the window, refused
    /// @param incomplete whether there are more
    record Known(List<Incident> incidents, List<RefusedTurn> turns, boolean incomplete) {}

    /// A stop as it stood at a moment.
    ///
    /// @param lasts to its restoration, or to that moment
    private record Lasting(Stop stop, Window lasts) {
        static Stream<Lasting> of(Stop stop, long asOf) {
            Long from = stop.from();
            Long to = stop.to();
            return from == null
                    ? Stream.empty()
                    : Stream.of(new Lasting(stop, new Window(from, to == null ? asOf : to)));
        }

        String machine() {
            return stop.parts().getFirst().machine();
        }

        boolean restored() {
            return stop.to() != null;
        }
    }

    Handover of(Window window, long asOf, Known known) {
        List<Incident> incidents =
                known.incidents().stream()
                        .filter(each -> !each.withdrawn())
                        .flatMap(each -> each.asOf(asOf).stream())
                        .toList();
        List<Lasting> stops =
                rule.of(incidents).stream().flatMap(stop -> Lasting.of(stop, asOf)).toList();
        return new Handover(
                window,
                asOf,
                open(incidents),
                stops(stops, window),
                restored(stops, window),
                known.turns().stream().map(this::unanswered).toList(),
                known.incomplete());
    }

    private List<OpenIncident> open(List<Incident> incidents) {
        return incidents.stream()
                .filter(Incident::open)
                .sorted(Comparator.comparingLong(HandoverBuilder::since))
                .map(this::open)
                .toList();
    }

    private static long since(Incident incident) {
        return incident.standing().getFirst().at();
    }

    private OpenIncident open(Incident incident) {
        Milestone latest = incident.standing().getLast();
        return new OpenIncident(
                incident.id(),
                machine(incident.machine()),
                incident.fault(),
                faultName(incident),
                latest.moment(),
                since(incident),
                latest.waitFor());
    }

    private StopCount stops(List<Lasting> stops, Window window) {
        Map<Boolean, List<Lasting>> byLength =
                stops.stream()
                        .filter(stop -> touches(stop.lasts(), window))
                        .collect(Collectors.partitioningBy(each -> each.stop().micro()));
        List<Lasting> whole = byLength.getOrDefault(false, List.of());
        List<Lasting> micro = byLength.getOrDefault(true, List.of());
        return new StopCount(
                whole.size(), minutes(whole, window), micro.size(), minutes(micro, window));
    }

    /// A stop that begins and ends at one moment is one, too.
    private static boolean touches(Window stop, Window window) {
        return stop.overlaps(window)
                || stop.ms() == 0 && stop.from() >= window.from() && stop.from() < window.to();
    }

    private static long minutes(Collection<Lasting> stops, Window window) {
        long ms =
                stops.stream().collect(Collectors.groupingBy(Lasting::machine)).values().stream()
                        .mapToLong(ofOneMachine -> union(ofOneMachine, window))
                        .sum();
        return Math.round(ms / 60_000.0);
    }

    private static long union(List<Lasting> stops, Window window) {
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

    private List<Restored> restored(List<Lasting> stops, Window window) {
        return stops.stream()
                .filter(each -> each.restored() && !each.stop().micro())
                .filter(each -> window.from() <= each.lasts().to())
                .filter(each -> each.lasts().to() < window.to())
                .sorted(Comparator.comparingLong(each -> each.lasts().to()))
                .map(this::restored)
                .toList();
    }

    /// What was said last of why it stopped.
    private Restored restored(Lasting stop) {
        Incident last = stop.stop().parts().getLast();
        return new Restored(
                machine(last.machine()), last.fault(), stop.lasts(), last.cause(), last.note());
    }

    private Unanswered unanswered(RefusedTurn turn) {
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
