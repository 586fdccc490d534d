package dev.andon.knowledge.corpus;

import java.nio.file.Path;

/// How far an indexing run is.
///
/// @param file that is being indexed
/// @param fileNumber of it, from 1
/// @param files in this run
/// @param passagesDone of this file
/// @param passages of this file; 0 until it has been read
public record IndexProgress(Path file, int fileNumber, int files, int passagesDone, int passages) {}
