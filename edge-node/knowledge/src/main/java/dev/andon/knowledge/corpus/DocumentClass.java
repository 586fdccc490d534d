package dev.andon.knowledge.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What kind of document a manual is. A policy can name classes, so the names are part of the
/// configuration.
public enum DocumentClass {
    /// An operating, service or maintenance manual: everything that is nothing narrower.
    MANUAL,
    /// Fault codes with their causes and remedies.
    FAULT_LIST,
    /// One or more procedures, such as a work instruction.
    PROCEDURE,
    /// Drawings with their captions and part lists.
    DRAWING,
    /// Values with their units.
    DATA_SHEET;

    /// The class of a name as people write it: `fault-list`, `Data sheet`.
    public static Optional<DocumentClass> named(String name) {
        String constant = name.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return Arrays.stream(values()).filter(one -> one.name().equals(constant)).findFirst();
    }

    /// The name as people write it, `fault list`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// All names, for people.
    public static String names() {
        return Arrays.stream(values()).map(DocumentClass::words).collect(Collectors.joining(", "));
    }
}
