package dev.andon.node.redaction;

import java.util.Locale;

/// A piece of a text that belongs to a person.
///
/// @param start of it
/// @param end behind it
/// @param kind what it is
/// @param sure true: it is taken out even where a word of the plant stands in it
record Span(int start, int end, Kind kind, boolean sure) {
    /// What people can be known by, in the order in which one wins over another.
    enum Kind {
        MAIL,
        NAME,
        BADGE,
        PLATE,
        PHONE;

        String mark() {
            return "[" + name().toLowerCase(Locale.ROOT) + "]";
        }
    }

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    boolean within(Span other) {
        return other.start <= start && end <= other.end;
    }
}
