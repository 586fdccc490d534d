package dev.andon.node.sync;

import dev.andon.protocol.ClockReading;
import dev.andon.protocol.fact.HealthFact;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;

/// How this node's clock stands against the hub's, out of what the hub's answers say; and whether
/// somebody set it. Written by one thread, read by any.
final class HubTime {
    /// Milliseconds by which a clock may be wrong before it is told.
    static final long WRONG_MS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(HubTime.class);

    /// By which two good quartz clocks run apart, a part of the time.
    private static final double DRIFT = 100e-6;

    /// After this an answer with an older time is no late one: the hub's clock was set back.
    private static final long LATE_MS = 60_000;

    /// What the uptime of Linux resolves.
    private static final long RESOLUTION_MS = 10;

    private final NodeClock clock;
    private final FactLog facts;
    private volatile @Nullable Reading best;
    private @Nullable Long difference;
    private @Nullable Boolean wrong;
    private long newestHubTime = Long.MIN_VALUE;
    private long newestUpMs;

    private record Reading(ClockReading reading, long errorMs) {}

    HubTime(NodeClock clock, FactLog facts) {
        this.clock = clock;
        this.facts = facts;
    }

    /// The best reading; null before the first answer.
    @Nullable ClockReading reading() {
        Reading known = best;
        return known == null ? null : known.reading();
    }

    /// The hub's clock less the node's, as the node's clock stands now; null before the first
    /// answer.
    @Nullable Long offsetMs() {
        ClockReading known = reading();
        return known == null ? null : known.trueTime(clock.upMs()) - clock.at();
    }

    /// The hub's clock now, as far as it is known; else the node's.
    long now() {
        ClockReading known = reading();
        return known == null ? clock.at() : known.trueTime(clock.upMs());
    }

    /// An answer of the hub came. One that was written before another that came earlier says
    /// nothing new: it was delayed or doubled on its way.
    ///
    /// @param hubTime in it
    /// @param agoMs how long ago it came
    /// @param tripMs from the oldest question that it can answer until it came
    void heard(long hubTime, long agoMs, long tripMs) {
        long up = clock.upMs();
        if (hubTime <= newestHubTime && up - newestUpMs < LATE_MS) {
            return;
        }
        newestHubTime = hubTime;
        newestUpMs = up;
        // The hub wrote its time somewhere between question and answer: in the middle, give or
        // take half of it.
        long half = tripMs / 2;
        long at = clock.at();
        long offset = hubTime + half + agoMs - at;
        Reading heard =
                new Reading(new ClockReading(clock.boot(), up, at, offset), half + RESOLUTION_MS);
        Reading known = best;
        if (known == null || better(heard, known)) {
            best = heard;
        }
        judge();
    }

    /// A better bound than the known one has by now, or a contradiction: then a clock moved.
    private static boolean better(Reading heard, Reading known) {
        long age = heard.reading().upMs() - known.reading().upMs();
        double bound = known.errorMs() + age * DRIFT;
        long hubNow = heard.reading().at() + heard.reading().hubOffsetMs();
        long expected = known.reading().trueTime(heard.reading().upMs());
        return heard.errorMs() <= bound || Math.abs(hubNow - expected) > bound + heard.errorMs();
    }

    private void judge() {
        Long known = offsetMs();
        long offset = known == null ? 0 : known;
        boolean off = Math.abs(offset) > WRONG_MS;
        if (wrong == null ? off : wrong != off) {
            String detail =
                    off
                            ? "The clock of this node is %s by %s s; the hub puts the times of its events right. Set it (chrony or systemd-timesyncd)."
                                    .formatted(offset > 0 ? "slow" : "fast", seconds(offset))
                            : null;
            LOG.warn("{}", off ? detail : "The clock of this node agrees with the hub's again.");
            facts.write(new HealthFact("clock", off ? "degraded" : "ok", detail));
        }
        wrong = off;
    }

    /// Notices that somebody set the wall clock since the last look.
    void look() {
        long now = clock.at() - clock.upMs();
        Long before = difference;
        difference = now;
        if (before != null && Math.abs(now - before) > WRONG_MS) {
            String detail =
                    "The wall clock was set %s by %s s. The order of events does not depend on it."
                            .formatted(now > before ? "forward" : "back", seconds(now - before));
            LOG.warn("{}", detail);
            facts.write(new HealthFact("clock", "degraded", detail));
            wrong = Boolean.TRUE;
            if (best != null) {
                judge();
            }
        }
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f", Math.abs(ms) / 1000.0);
    }
}
