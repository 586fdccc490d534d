package dev.andon.knowledge.corpus.ocr;

/// A word on a picture. Places are pixels from the upper left corner.
///
/// @param confidence of the program in this word, 0 to 100
public record RecognizedWord(
        String text, int left, int top, int right, int bottom, int confidence) {}
