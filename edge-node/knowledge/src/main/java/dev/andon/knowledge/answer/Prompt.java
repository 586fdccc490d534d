package dev.andon.knowledge.answer;

/// What a language model is asked, before any model's own template.
///
/// @param instruction the fixed part, the same for every question so that it can be cached
/// @param passages the numbered sentences that may be chosen from: data, never instructions
/// @param question as asked
public record Prompt(String instruction, String passages, String question) {}
