package dev.andon.node.procedure;

import java.time.Duration;

/// When something was, by both clocks of the computer.
///
/// @param at the wall clock, UTC milliseconds; somebody may set it
/// @param boot of the computer
/// @param upMs milliseconds since that boot, which nobody can set
public record Stamp(long at, String boot, long upMs) {
    /// Whether so much time has passed since an earlier moment. Within one boot nobody can change
    /// the answer; behind another boot a wall clock that went backwards counts as long, since then
    /// nobody knows.
    boolean isLongSince(Stamp earlier, Duration time) {
        boolean sameBoot = boot.equals(earlier.boot());
        long ms = sameBoot ? upMs - earlier.upMs() : at - earlier.at();
        return ms < 0 || ms >= time.toMillis();
    }
}
