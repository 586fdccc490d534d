package dev.andon.mqtt.testing;

import java.time.Duration;

/// What a [ChaosProxy] does to the frames that pass; each a probability.
///
/// @param seed of the dice; each connection and direction has its own
/// @param cut the connection ends, after any frame
/// @param delay a frame waits
/// @param delayMax no longer than this
/// @param drop a PUBLISH is thrown away; one of QoS 1 is then never confirmed on that connection,
///     so a bit of `cut` belongs to it
/// @param duplicate a PUBLISH is sent twice
/// @param reorder a PUBLISH lets the next one pass
public record Mischief(
        long seed,
        double cut,
        double delay,
        Duration delayMax,
        double drop,
        double duplicate,
        double reorder) {
    /// Everything passes as it is.
    public static Mischief none() {
        return new Mischief(0, 0, 0, Duration.ZERO, 0, 0, 0);
    }

    /// A bad day on a bad network.
    public static Mischief bad(long seed) {
        return new Mischief(seed, 0.002, 0.02, Duration.ofMillis(30), 0.005, 0.02, 0.05);
    }
}
