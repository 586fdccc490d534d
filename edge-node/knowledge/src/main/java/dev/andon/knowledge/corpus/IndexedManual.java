package dev.andon.knowledge.corpus;

/// A manual as it stands in the store.
///
/// @param manual what is known of it
/// @param file the absolute path that it was read from
/// @param sha256 of the file, hexadecimal
/// @param passages how many
/// @param current false: a later revision supersedes it, and it is never cited
public record IndexedManual(
        Manual manual, String file, String sha256, int passages, boolean current) {}
