package dev.andon.node.eval;

import java.util.Locale;

/// What a question puts to the test.
enum Category {
    ANSWERABLE,
    NUMERIC,
    CODE,
    PARAPHRASE,
    TWO_HOP,
    PROCEDURE,
    WRONG_REVISION,
    AMBIGUOUS,
    UNANSWERABLE,
    WRONG_MACHINE;

    /// As it stands in the question sets.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For a person.
    String title() {
        return label().replace('_', ' ');
    }

    static Category of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
