package dev.andon.node.stt;

/// A heard word.
///
/// @param text lower case; `[unk]` for something outside the vocabulary
/// @param startMs from the beginning of the utterance
/// @param endMs from the beginning of the utterance
/// @param confidence 0 to 1; no signal for rejection by itself
public record Word(String text, int startMs, int endMs, double confidence) {}
