package dev.andon.node.incident;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which incidents are one stop, and which stops are too short to count. Nothing is written: the
/// incidents stay as they were given, and the rules may be changed afterwards.
///
/// Incidents of one machine and fault are one stop if the next begins (t_fail, else t_detect) while
/// an earlier one is open, or within the reopening time after its restoration, the last millisecond
/// included; and so on along the chain. No fault is a fault of its own here. What says neither
/// t_fail nor t_detect stands alone; what was withdrawn is no stop.
///
/// @param reopening so long after a restoration the same fault is the same stop
/// @param shortest a restored stop below this, after joining, is a micro-stop
public record Stops(Duration reopening, Duration shortest) {
    /// An hour, and five minutes.
    public static final Stops USUAL = new Stops(Duration.ofMinutes(60), Duration.ofMinutes(5));

    /// Machine and fault.
    private record Kind(String machine, @Nullable String fault) {}

    /// The stops of these incidents, by their begin; those without one last.
    ///
    /// @param incidents in any order
    public List<Stop> of(Collection<Incident> incidents) {
        Map<Kind, List<Incident>> kinds = new LinkedHashMap<>();
        incidents.stream()
                .filter(each -> !each.withdrawn())
                .sorted(Comparator.comparing(Stops::begun).thenComparing(Incident::id))
                .forEach(
                        each ->
                                kinds.computeIfAbsent(kind(each), _ -> new ArrayList<>())
                                        .add(each));
        return kinds.values().stream()
                .flatMap(kind -> chains(kind).stream())
                .sorted(Comparator.comparing(stop -> begun(stop.parts().getFirst())))
                .toList();
    }

    private List<Stop> chains(List<Incident> kind) {
        List<Stop> stops = new ArrayList<>();
        List<Incident> parts = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Incident next : kind) {
            if (!parts.isEmpty() && !continues(next, end)) {
                stops.add(stop(parts));
                parts.clear();
                end = Long.MIN_VALUE;
            }
            parts.add(next);
            end = Math.max(end, ended(next));
        }
        if (!parts.isEmpty()) {
            stops.add(stop(parts));
        }
        return stops;
    }

    private boolean continues(Incident next, long end) {
        Long begun = next.begun();
        return begun != null && (end == Long.MAX_VALUE || begun - end <= reopening.toMillis());
    }

    private Stop stop(List<Incident> parts) {
        Long from = parts.getFirst().begun();
        long end = parts.stream().mapToLong(Stops::ended).max().orElseThrow();
        Long to = end == Long.MAX_VALUE ? null : Long.valueOf(end);
        return new Stop(parts, from, to, reopened(parts), micro(from, to));
    }

    private boolean micro(@Nullable Long from, @Nullable Long to) {
        return from != null && to != null && to >= from && to - from < shortest.toMillis();
    }

    private static boolean reopened(List<Incident> parts) {
        long end = ended(parts.getFirst());
        boolean reopened = false;
        for (Incident part : parts.subList(1, parts.size())) {
            reopened = reopened || begun(part) >= end;
            end = Math.max(end, ended(part));
        }
        return reopened;
    }

    private static Kind kind(Incident incident) {
        return new Kind(incident.machine(), incident.fault());
    }

    /// Those that do not say stand at the end.
    private static long begun(Incident incident) {
        Long begun = incident.begun();
        return begun == null ? Long.MAX_VALUE : begun;
    }

    private static long ended(Incident incident) {
        Long ended = incident.ended();
        return ended == null ? Long.MAX_VALUE : ended;
    }
}
