package dev.andon.knowledge.corpus.sqlite;

/// Passages whose ids follow one another.
///
/// @param first id
/// @param last id
public record PassageRun(long first, long last) {}
