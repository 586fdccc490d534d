package dev.andon.node.dialog.phrase;

/// What may fill a slot at some place of the words.
///
/// @param words how many it takes, from 1
/// @param value what they mean; the dialogue knows its type by the slot
public record Filling(int words, Object value) {}
