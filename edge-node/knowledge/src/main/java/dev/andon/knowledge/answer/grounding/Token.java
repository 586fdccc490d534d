package dev.andon.knowledge.answer.grounding;

/// One thing that a sentence says: a word in comparable form, a code, or a measure.
///
/// @param plain in lower case as written; of a measure, all of it
/// @param comparable equal for two tokens that say the same
record Token(Kind kind, String plain, String comparable) {
    enum Kind {
        WORD,
        CODE,
        MEASURE
    }

    boolean says(Token other) {
        return kind == other.kind && comparable.equals(other.comparable);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && comparable.equals(word);
    }
}
