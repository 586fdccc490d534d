package dev.andon.node.eval.dialogue;

import java.util.Locale;

/// How words reach Andon.
enum Condition {
    TEXT(Double.NaN),
    CLEAN(Double.POSITIVE_INFINITY),
    DB20(20),
    DB10(10),
    DB5(5);

    private final double snrDb;

    Condition(double snrDb) {
        this.snrDb = snrDb;
    }

    /// By how much the voice is louder than the noise.
    double snrDb() {
        return snrDb;
    }

    boolean aloud() {
        return this != TEXT;
    }

    boolean noisy() {
        return snrDb < Double.POSITIVE_INFINITY;
    }

    /// As figures call it: `clean`, `20db`.
    String label() {
        return noisy() ? (int) snrDb + "db" : name().toLowerCase(Locale.ROOT);
    }
}
