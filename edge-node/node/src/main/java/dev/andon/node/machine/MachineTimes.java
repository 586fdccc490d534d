package dev.andon.node.machine;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// When a report counts from, although clocks of machines are wrong. What the machine says counts,
/// unless it cannot be so; then the time of arrival does, and that is logged once a machine. A stop
/// is never refused for its time.
final class MachineTimes {
    /// A clock that is ahead by more is complained of.
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    /// A report that is older than the one before by no more than this was overtaken on its way;
    /// by more, the machine's clock was set back.
    static final Duration OVERTAKEN_MAX = Duration.ofMinutes(1);

    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private final Complaints complaints;

    MachineTimes(Complaints complaints) {
        this.complaints = complaints;
    }

    /// @param at UTC milliseconds, never after the arrival
    /// @param own whether the machine said so
    record Counted(long at, boolean own) {}

    /// @param last when the report before counted from; null if there is none
    /// @return null: it was overtaken by that one, and says nothing new
    @Nullable Counted of(MachineReport report, @Nullable Long last) {
        Long said = report.at();
        if (said == null) {
            return arrival(report);
        }
        if (said < EARLIEST || said > report.arrivedAt() + AHEAD_MAX.toMillis()) {
            wrong(report, said, "which cannot be so: set it right, in UTC and in milliseconds");
            return arrival(report);
        }
        long at = Math.min(said, report.arrivedAt());
        if (last == null || at >= last) {
            return new Counted(at, true);
        }
        if (report.kept() || last - at <= OVERTAKEN_MAX.toMillis()) {
            return null;
        }
        wrong(report, said, "before its last word: was its clock set back?");
        return arrival(report);
    }

    private static Counted arrival(MachineReport report) {
        return new Counted(report.arrivedAt(), false);
    }

    private void wrong(MachineReport report, long said, String why) {
        complaints.noted(
                "clock|" + report.machine(),
                "%s says that it is %s at the time %s, %s. The time of arrival, %s, counts instead."
                        .formatted(
                                report.machine(),
                                report.state(),
                                time(said),
                                why,
                                time(report.arrivedAt())));
    }

    /// A machine may send any number.
    private static String time(long at) {
        return Instant.ofEpochMilli(at).toString();
    }
}
