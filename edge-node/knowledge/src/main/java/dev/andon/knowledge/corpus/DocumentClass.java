package dev.andon.knowledge.corpus;

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
    DATA_SHEET
}
