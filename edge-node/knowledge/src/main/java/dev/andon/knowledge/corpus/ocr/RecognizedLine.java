package dev.andon.knowledge.corpus.ocr;

import java.util.List;

/// Words that stand on one line of a picture, from left to right; never empty.
///
/// @param baseline at the left edge of the picture, in pixels from the upper edge
/// @param slope of the baseline, pixels down for each pixel to the right
public record RecognizedLine(List<RecognizedWord> words, double baseline, double slope) {
    public RecognizedLine {
        words = List.copyOf(words);
    }
}
