package dev.andon.node.stt;

/// A heard word.
///
/// @param text lower case; `[unk]` for something outside the vocabulary
/// @param startMs from the beginning of the utterance
/// @param endMs from the beginning of the utterance
public record Word(String text, int startMs, int endMs) {}
