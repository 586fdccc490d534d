package dev.andon.knowledge.corpus;

import java.nio.file.Path;

/// A manual and the file that it was read from.
///
/// @param manual as read
/// @param file absolute
/// @param sha256 of the file, hexadecimal
/// @param declared what people said of it when it was read
/// @param version of the code that read and cut it
public record ManualSource(
        Manual manual, Path file, String sha256, DeclaredManual declared, ReadingVersion version) {}
