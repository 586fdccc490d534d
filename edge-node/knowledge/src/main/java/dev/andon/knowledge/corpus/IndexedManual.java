package dev.andon.knowledge.corpus;

/// A manual as it stands in the store.
///
/// @param manual what is known of it
/// @param file the absolute path that it was read from
/// @param sha256 of the file, hexadecimal
/// @param passages how many
/// @param current false: another revision is served in its place, and it is never cited
/// @param ofHub whether the hub installed it; else it was indexed from a folder
public record IndexedManual(
        Manual manual, String file, String sha256, int passages, boolean current, boolean ofHub) {
    /// One that was indexed from a folder.
    public IndexedManual(Manual manual, String file, String sha256, int passages, boolean current) {
        this(manual, file, sha256, passages, current, false);
    }

    /// Whether it waits, whatever its revision, because the hub says what is served of its
    /// document.
    boolean yieldsTo(IndexedManual other) {
        return !ofHub && other.ofHub && other.current && manual.id().equals(other.manual.id());
    }
}
