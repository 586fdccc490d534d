package dev.andon.knowledge.corpus.fact;

/// A fact and the passage in which it begins.
///
/// @param passage its place in the list of passages that it was found in, from 0
public record FoundFact(int passage, Fact fact) {}
