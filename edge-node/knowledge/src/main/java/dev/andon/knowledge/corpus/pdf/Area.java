package dev.andon.knowledge.corpus.pdf;

/// A rectangle on a page, in points from its upper left corner.
record Area(float left, float top, float right, float bottom) {
    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    boolean contains(Word word) {
        return word.middle() >= left
                && word.middle() <= right
                && word.height() >= top
                && word.height() <= bottom;
    }

    boolean overlaps(Area other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
}
