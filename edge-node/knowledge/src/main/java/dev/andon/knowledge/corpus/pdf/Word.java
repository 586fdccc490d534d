package dev.andon.knowledge.corpus.pdf;

/// A printed word. Lengths are points from the upper left corner of the page as it is shown.
///
/// @param baseline distance of the baseline from the upper edge
/// @param size of the font as printed
record Word(String text, float left, float right, float baseline, float size, Face face) {
    /// What the name of the font says of its weight, slope and width.
    record Face(boolean bold, boolean italic, boolean monospaced) {}

    boolean bold() {
        return face.bold();
    }

    float middle() {
        return (left + right) / 2;
    }

    /// The middle of the small letters, which lies inside the cell that holds the word.
    float height() {
        return baseline - size * 0.3f;
    }
}
