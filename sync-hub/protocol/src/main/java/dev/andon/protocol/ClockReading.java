package dev.andon.protocol;

/// How a node's clock stood against the hub's at one moment. The hub puts events of the same boot
/// right by it: `at + hubOffsetMs - (upMs - event.upMs)`.
///
/// @param boot of the node's computer at that moment
/// @param upMs since that boot
/// @param at the node's wall clock, UTC milliseconds
/// @param hubOffsetMs the hub's clock less the node's
public record ClockReading(String boot, long upMs, long at, long hubOffsetMs) {
    /// The true time of something that the same boot wrote at `eventUpMs`.
    public long trueTime(long eventUpMs) {
        return at + hubOffsetMs - (upMs - eventUpMs);
    }
}
