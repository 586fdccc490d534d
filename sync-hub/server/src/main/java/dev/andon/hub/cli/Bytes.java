package dev.andon.hub.cli;

import java.util.Locale;

/// Sizes for people.
final class Bytes {
    private static final long KILO = 1_000;

    private Bytes() {}

    static String words(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
