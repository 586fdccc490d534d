package dev.andon.node.procedure;

/// One thing that is said.
///
/// @param verbatim it is the manual's own text, in the manual's language
public record Line(String text, boolean verbatim) {}
