package dev.andon.hub.ingest;

/// Bounds of what is taken in.
///
/// @param deadLettersMax kept of one node; those beyond are counted only
/// @param deadLetterCharsMax kept of one letter
/// @param deadLettersCharsMax kept of all letters of one node
/// @param rangesMax of numbers with holes between them that are kept of one outbox; an event that
///     would begin one more is left with the node, which sends it again once the holes are filled
/// @param messagesMax taken as one transaction
/// @param bytesMax of these messages, packed
public record IngestLimits(
        int deadLettersMax,
        int deadLetterCharsMax,
        int deadLettersCharsMax,
        int rangesMax,
        int messagesMax,
        int bytesMax) {
    /// What a plant needs.
    public static final IngestLimits USUAL =
            new IngestLimits(1_000, 16 * 1024, 4 * 1024 * 1024, 1_024, 16, 512 * 1024);
}
