package dev.andon.node.handover;

import dev.andon.node.handover.Handover.StopCount;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A handover as programs read it. Every key is always there; times are UTC,
/// `2026-03-14T08:30:00Z`.
///
/// @param spoken as it is said
public record HandoverView(
        String from,
        String to,
        String asOf,
        List<OpenView> open,
        StopCount stops,
        List<RestoredView> restored,
        List<UnansweredView> unanswered,
        boolean incomplete,
        List<String> spoken) {
    public HandoverView {
        open = List.copyOf(open);
        restored = List.copyOf(restored);
        unanswered = List.copyOf(unanswered);
        spoken = List.copyOf(spoken);
    }

    /// @param waitFor `part`, `expert` or `permit`; null but for `waiting`
    public record OpenView(
            String incident,
            String machine,
            @Nullable String fault,
            String state,
            String since,
            @Nullable String waitFor) {}

    /// A stop that ended.
    public record RestoredView(
            String machine,
            @Nullable String fault,
            String from,
            String to,
            @Nullable String cause,
            @Nullable String note) {}

    /// A question without an answer.
    public record UnansweredView(String at, @Nullable String machine, @Nullable String question) {}

    /// The view of a handover.
    public static HandoverView of(Handover handover, List<String> spoken) {
        return new HandoverView(
                time(handover.window().from()),
                time(handover.window().to()),
                time(handover.asOf()),
                handover.open().stream().map(HandoverView::of).toList(),
                handover.stops(),
                handover.restored().stream().map(HandoverView::of).toList(),
                handover.unanswered().stream()
                        .map(
                                each ->
                                        new UnansweredView(
                                                time(each.at()), each.machine(), each.question()))
                        .toList(),
                handover.incomplete(),
                spoken);
    }

    private static OpenView of(Handover.OpenIncident open) {
        Wait wait = open.waitFor();
        return new OpenView(
                open.incident(),
                open.machine(),
                open.fault(),
                label(open.state()),
                time(open.since()),
                wait == null ? null : label(wait));
    }

    private static RestoredView of(Handover.Restored restored) {
        return new RestoredView(
                restored.machine(),
                restored.fault(),
                time(restored.stop().from()),
                time(restored.stop().to()),
                restored.cause(),
                restored.note());
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String time(long at) {
        return Instant.ofEpochMilli(at).toString();
    }
}
