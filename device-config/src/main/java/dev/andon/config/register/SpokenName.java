package dev.andon.config.register;

import java.util.Locale;

/// When two names are the same to an ear.
final class SpokenName {
    private SpokenName() {}

    /// Lower case, one space between words, none around.
    static String canonical(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
