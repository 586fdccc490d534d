package dev.andon.knowledge.corpus;

/// Which code made the passages of a manual: an unchanged file is read anew by later code.
///
/// @param reader of its format, [ManualReader#version]
/// @param chunker [Chunker#VERSION]
public record ReadingVersion(int reader, int chunker) {}
