package dev.andon.models;

/// Told how far a pull is, after every block, on the thread that pulls.
@FunctionalInterface
public interface PullProgress {
    /// Nobody watches.
    PullProgress SILENT = (file, doneBytes, totalBytes) -> {};

    /// @param file being fetched
    /// @param doneBytes here so far, with what an earlier pull had brought
    /// @param totalBytes of the file; -1 while unknown
    void advanced(String file, long doneBytes, long totalBytes);
}
