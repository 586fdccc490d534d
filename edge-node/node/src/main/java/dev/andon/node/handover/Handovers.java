package dev.andon.node.handover;

import dev.andon.config.DeviceConfig.Shifts;
import dev.andon.config.register.AssetRegister;
import dev.andon.node.handover.Handover.OpenIncident;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Stops;
import dev.andon.node.sync.FactLog;
import dev.andon.protocol.fact.HandoverFact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/// Handovers of this node's lines. Safe to call from any thread.
public final class Handovers {
    /// A longer window is a report, not a handover.
    static final Duration WINDOW_MAX = Duration.ofDays(31);

    private final HandoverBuilder builder;
    private final ShiftPlan plan;
    private final Sources sources;

    /// Where a handover comes from, and where it is noted.
    ///
    /// @param incidents of the node
    /// @param turns that were refused, by window
    /// @param stops what is one stop
    /// @param facts where the hub is told
    /// @param now the node's clock, UTC milliseconds
    public record Sources(
            IncidentLog incidents,
            RefusedTurns turns,
            Stops stops,
            FactLog facts,
            LongSupplier now) {}

    /// Reads refused turns.
    @FunctionalInterface
    public interface RefusedTurns {
        /// Those of a window, the first one first.
        List<RefusedTurn> in(long from, long to);
    }

    /// @param shifts when they begin
    public Handovers(AssetRegister register, Shifts shifts, Sources sources) {
        this.builder = new HandoverBuilder(register, sources.stops());
        this.plan =
                new ShiftPlan(
                        shifts.starts(),
                        Optional.ofNullable(shifts.zone()).orElseGet(ZoneId::systemDefault));
        this.sources = sources;
    }

    /// The zone of the plant's clock.
    public ZoneId zone() {
        return plan.zone();
    }

    /// What is meant by "the handover" now: the shift so far; if it began less than half an hour
    /// ago, the one before. What is open is open now.
    ///
    /// @throws dev.andon.knowledge.StageException `store`: the journal cannot be read
    public Handover now() {
        long now = sources.now().getAsLong();
        return made(plan.handedOver(now), now);
    }

    /// The handover of any window. What is open was open at its end.
    ///
    /// @param from UTC milliseconds
    /// @param to its end; what lies ahead is cut off
    /// @throws HandoverException `from-after-to`, `in-the-future`, `too-long`
    /// @throws dev.andon.knowledge.StageException `store`: the journal cannot be read
    public Handover between(long from, long to) {
        long now = sources.now().getAsLong();
        if (from >= to) {
            throw new HandoverException(
                    "from-after-to",
                    "The handover begins at %s and ends at %s. Give the earlier time first."
                            .formatted(time(from), time(to)));
        }
        if (from > now) {
            throw new HandoverException(
                    "in-the-future",
                    "The handover begins at %s, and it is %s now. Give a time that has been."
                            .formatted(time(from), time(now)));
        }
        if (to - from > WINDOW_MAX.toMillis()) {
            throw new HandoverException(
                    "too-long",
                    "From %s to %s are more than %d days. Give a shorter time."
                            .formatted(time(from), time(to), WINDOW_MAX.toDays()));
        }
        long end = Math.min(to, now);
        return made(new Window(from, end), end);
    }

    /// Notes that a handover was given, and tells the hub so.
    ///
    /// @param text as it was said: names and codes as registered, nothing that somebody asked
    public void given(Handover handover, String text) {
        sources.facts()
                .write(
                        new HandoverFact(
                                UUID.randomUUID().toString(),
                                handover.window().from(),
                                handover.window().to(),
                                handover.open().stream().map(OpenIncident::incident).toList(),
                                text));
    }

    private Handover made(Window window, long asOf) {
        Map<String, Incident> known = new LinkedHashMap<>();
        List<Incident> latest = sources.incidents().list(false, null, IncidentLog.LISTED_MAX);
        List<Incident> open = sources.incidents().list(true, null, IncidentLog.LISTED_MAX);
        open.forEach(each -> known.put(each.id(), each));
        latest.forEach(each -> known.put(each.id(), each));
        boolean incomplete =
                latest.size() == IncidentLog.LISTED_MAX
                        && latest.getLast().openedAt() > window.from();
        return builder.of(
                window,
                asOf,
                new HandoverBuilder.Known(
                        List.copyOf(known.values()),
                        sources.turns().in(window.from(), window.to()),
                        incomplete));
    }

    private String time(long at) {
        return Instant.ofEpochMilli(at).atZone(zone()).toLocalDateTime().withNano(0).toString();
    }
}
