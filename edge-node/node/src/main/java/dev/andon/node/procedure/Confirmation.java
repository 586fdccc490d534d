package dev.andon.node.procedure;

import org.jspecify.annotations.Nullable;

/// That a protected step was confirmed.
///
/// @param step its place in the procedure, from 0
/// @param number as printed
/// @param value that was said, with its unit; null if the step was named without one
/// @param at UTC milliseconds
public record Confirmation(int step, String number, @Nullable String value, long at) {}
