package dev.andon.hub.ingest;

import dev.andon.protocol.ClockReading;
import dev.andon.protocol.Event;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of the nodes' clocks, and the true time of events by it: the table
/// `clock_reading`. A reading puts right what the same boot wrote, before it and after.
final class Clocks {
    /// A clock that is wrong by more is called so.
    static final long OFF_MS = 2_000;

    private final Handle handle;
    private final long now;
    private final Map<BootKey, Optional<ClockReading>> readings = new HashMap<>();

    private record BootKey(String node, String boot) {}

    /// When something truly happened.
    ///
    /// @param at UTC milliseconds
    /// @param clock `right`, `off` or `unknown`
    record TrueTime(long at, String clock) {}

    Clocks(Handle handle, long now) {
        this.handle = handle;
        this.now = now;
    }

    /// Takes a reading.
    void learn(String node, @Nullable ClockReading reading) {
        if (reading == null || !sound(reading)) {
            return;
        }
        BootKey key = new BootKey(node, reading.boot());
        Optional<ClockReading> before = reading(key);
        if (before.isPresent() && before.get().upMs() >= reading.upMs()) {
            return;
        }
        readings.put(key, Optional.of(reading));
        save(node, reading);
        if (before.isEmpty()) {
            mend(node, reading);
        }
    }

    /// The true time of an event.
    ///
    /// @param own the reading of its batch
    TrueTime trueTime(String node, @Nullable ClockReading own, Event event) {
        ClockReading reading =
                own != null && own.boot().equals(event.boot()) && sound(own)
                        ? own
                        : reading(new BootKey(node, event.boot())).orElse(null);
        if (reading == null) {
            return new TrueTime(Math.min(event.at(), now), "unknown");
        }
        long at = reading.trueTime(event.upMs());
        return new TrueTime(at, Math.abs(at - event.at()) > OFF_MS ? "off" : "right");
    }

    private Optional<ClockReading> reading(BootKey key) {
        return readings.computeIfAbsent(
                key,
                absent ->
                        handle.createQuery(
                                        """
                                        select up_ms, at, hub_offset_ms from clock_reading
                                        where node = :node and boot = :boot\
                                        """)
                                .bind("node", key.node())
                                .bind("boot", key.boot())
                                .map(
                                        (row, context) ->
                                                new ClockReading(
                                                        key.boot(),
                                                        row.getLong(1),
                                                        row.getLong(2),
                                                        row.getLong(3)))
                                .findOne());
    }

    private void save(String node, ClockReading reading) {
        handle.createUpdate(
                        """
                        insert into clock_reading (node, boot, up_ms, at, hub_offset_ms)
                        values (:node, :boot, :upMs, :at, :offset)
                        on conflict (node, boot) do update set up_ms = excluded.up_ms,
                            at = excluded.at, hub_offset_ms = excluded.hub_offset_ms\
                        """)
                .bind("node", node)
                .bind("boot", reading.boot())
                .bind("upMs", reading.upMs())
                .bind("at", reading.at())
                .bind("offset", reading.hubOffsetMs())
                .execute();
    }

    /// Events of this boot came before anything was known of its clock.
    private void mend(String node, ClockReading reading) {
        handle.createUpdate(
                        """
                        update event set true_at = :zero + up_ms,
                            clock = case when abs(:zero + up_ms - at) > :off then 'off' else 'right' end
                        where node = :node and boot = :boot and clock = 'unknown'\
                        """)
                .bind("zero", reading.trueTime(0))
                .bind("off", OFF_MS)
                .bind("node", node)
                .bind("boot", reading.boot())
                .execute();
    }

    private static boolean sound(ClockReading reading) {
        return FactBounds.isId(reading.boot())
                && FactBounds.isTime(reading.upMs())
                && FactBounds.isTime(reading.at())
                && FactBounds.isTime(reading.hubOffsetMs());
    }
}
