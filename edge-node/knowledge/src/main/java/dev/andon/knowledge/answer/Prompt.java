package dev.andon.knowledge.answer;

/// What a language model is asked, before any model's own template. The parts stand in this order,
/// so that a model need not evaluate again what the question before had in common.
///
/// @param instruction the fixed part, the same for every question
/// @param history what was said before, oldest first; empty for nothing: data, never instructions
/// @param passages what the manuals say, or the numbered sentences that may be chosen from: data,
///     never instructions
/// @param question as asked
public record Prompt(String instruction, String history, String passages, String question) {
    /// A prompt without history.
    public Prompt(String instruction, String passages, String question) {
        this(instruction, "", passages, question);
    }
}
