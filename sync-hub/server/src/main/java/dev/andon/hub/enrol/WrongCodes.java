package dev.andon.hub.enrol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// How many wrong codes were tried in the last minute, by address and in all. Codes have 80 random
/// bits; this keeps the attempts out of the log and off the database. Safe to call from any thread.
public final class WrongCodes {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int OF_ONE_ADDRESS_MAX = 5;
    private static final int IN_ALL_MAX = 100;

    private final InstantSource clock;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private Instant begun;
    private int all;

    /// @param clock of the minutes
    public WrongCodes(InstantSource clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    /// Whether an address may try.
    public synchronized boolean allows(String address) {
        forget();
        return all < IN_ALL_MAX && byAddress.getOrDefault(address, 0) < OF_ONE_ADDRESS_MAX;
    }

    /// An address tried a wrong one.
    public synchronized void count(String address) {
        forget();
        // No more addresses than wrong codes: the map is bounded by IN_ALL_MAX.
        all++;
        byAddress.merge(address, 1, Integer::sum);
    }

    private void forget() {
        Instant now = clock.instant();
        if (now.isBefore(begun) || Duration.between(begun, now).compareTo(WINDOW) >= 0) {
            begun = now;
            all = 0;
            byAddress.clear();
        }
    }
}
