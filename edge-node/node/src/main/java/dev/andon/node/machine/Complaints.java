package dev.andon.node.machine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What was wrong with what machines said: counted, and logged once for each thing, so that a
/// gateway that repeats itself all day does not fill the log. Safe to use from any thread.
public final class Complaints {
    /// Things that are told apart; what is beyond is only counted.
    static final int THINGS_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final int KEY_CHARS_MAX = 300;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicLong ignored = new AtomicLong();

    /// A message of which nothing was used.
    ///
    /// @param thing by which the same is known again
    /// @param message cause and mend
    public void ignored(String thing, String message) {
        ignored.incrementAndGet();
        noted(thing, message);
    }

    /// A message of which not all was used.
    ///
    /// @return whether it is told for the first time
    public boolean noted(String thing, String message) {
        String key = thing.length() > KEY_CHARS_MAX ? thing.substring(0, KEY_CHARS_MAX) : thing;
        boolean first = told.size() < THINGS_MAX && told.add(key);
        if (first) {
            LOG.warn("Machine states: {}", message);
        }
        return first;
    }

    /// It was put right: if it comes again, it is told again.
    public void settled(String thing) {
        told.remove(thing);
    }

    /// Messages of which nothing was used, since the start.
    public long ignored() {
        return ignored.get();
    }
}
