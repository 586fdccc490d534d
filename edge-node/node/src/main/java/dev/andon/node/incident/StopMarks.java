package dev.andon.node.incident;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where incidents belong, by their ids.
///
/// @param byId of every incident that is known here
public record StopMarks(Map<String, StopMark> byId) {
    public StopMarks {
        byId = Map.copyOf(byId);
    }

    /// @param incidents that are asked for
    /// @param around what else may belong to their stops
    static StopMarks of(Stops stops, Collection<Incident> incidents, Collection<Incident> around) {
        Map<String, Incident> all = new LinkedHashMap<>();
        Stream.of(around, incidents)
                .flatMap(Collection::stream)
                .forEach(each -> all.put(each.id(), each));
        Map<String, StopMark> marks = new HashMap<>();
        stops.of(List.copyOf(all.values())).forEach(stop -> mark(stop, marks));
        return new StopMarks(marks);
    }

    private static void mark(Stop stop, Map<String, StopMark> marks) {
        String before = null;
        for (Incident part : stop.parts()) {
            marks.put(part.id(), new StopMark(before, stop.micro()));
            before = part.id();
        }
    }

    /// Where one belongs.
    public StopMark of(String id) {
        return byId.getOrDefault(id, StopMark.NONE);
    }
}
