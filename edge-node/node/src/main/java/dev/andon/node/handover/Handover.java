package dev.andon.node.handover;

import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What happened in a window of time, and what goes on. Machines and codes are as registered;
/// nothing is about persons. Times are UTC milliseconds.
///
/// @param window that it tells of
/// @param asOf what is open was open then
/// @param open incidents, the longest first
/// @param stops of the window
/// @param restored stops that ended in the window and were no micro-stops, the first one first
/// @param unanswered questions that the manuals did not answer, the first one first
/// @param incomplete true: there are more than could be looked at, and the oldest are not in it
public record Handover(
        Window window,
        long asOf,
        List<OpenIncident> open,
        StopCount stops,
        List<Restored> restored,
        List<Unanswered> unanswered,
        boolean incomplete) {
    public Handover {
        open = List.copyOf(open);
        restored = List.copyOf(restored);
        unanswered = List.copyOf(unanswered);
    }

    /// @param incident its id
    /// @param machine its name
    /// @param fault code as registered; null if none was given
    /// @param faultName what it means; null if the register does not say it
    /// @param state of its latest milestone then
    /// @param since when it began
    /// @param waitFor what it waits for; only if it waits
    public record OpenIncident(
            String incident,
            String machine,
            @Nullable String fault,
            @Nullable String faultName,
            Moment state,
            long since,
            @Nullable Wait waitFor) {}

    /// Minutes lie in the window; on one machine no minute counts twice.
    ///
    /// @param count of stops that were no micro-stops
    /// @param minutes of these
    /// @param microCount of micro-stops
    /// @param microMinutes of these
    public record StopCount(int count, long minutes, int microCount, long microMinutes) {}

    /// @param machine its name
    /// @param fault code as registered; null if none was given
    /// @param stop from its begin to its restoration
    /// @param cause as said; null if it was not
    /// @param note for the next shift; null for none
    public record Restored(
            String machine,
            @Nullable String fault,
            Window stop,
            @Nullable String cause,
            @Nullable String note) {}

    /// @param at when it was asked
    /// @param machine its name; null if none was named
    /// @param question redacted; null if its words were not kept
    public record Unanswered(long at, @Nullable String machine, @Nullable String question) {}
}
