package dev.andon.node.stt;

import java.util.List;

/// Says how a word sounds.
public interface Pronouncer {
    /// Pronunciations of a word, most usual first; empty if none can be found.
    ///
    /// @param word lower case, letters and apostrophes
    /// @return phones in the MaryTTS American English set (SAMPA-like: `{ @ r= tS EI`), without
    ///     stress or syllable marks
    List<List<String>> pronounce(String word);
}
