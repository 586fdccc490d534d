package dev.andon.models;

import java.time.Duration;

/// The bounds of a pull.
///
/// @param attemptsMax for one file, each going on where the last one stopped
/// @param backOff before the second attempt; doubled for each further one
/// @param connectMax until a connection stands and the answer begins
/// @param stallMax without a single byte; then the connection counts as cut
record PullLimits(int attemptsMax, Duration backOff, Duration connectMax, Duration stallMax) {
    static final PullLimits USUAL =
            new PullLimits(
                    6, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /// Beyond this a server sends nonsense.
    static final long FILE_BYTES_MAX = 64L << 30;

    /// Left free on the disk for everything else that the node writes.
    static final long RESERVE_BYTES = 64L << 20;
}
