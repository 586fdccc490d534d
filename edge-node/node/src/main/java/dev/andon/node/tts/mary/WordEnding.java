package dev.andon.node.tts.mary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An ending and the stem before it: labeler = label + er, depalletizing = depalletize + ing.
///
/// @param stem a word that the lexicon may know
/// @param phones of the ending; empty for the `s` and `ed` whose sound depends on the stem
/// @param kind which ending
record WordEnding(String stem, List<String> phones, Kind kind) {
    private static final int STEM_CHARS_MIN = 3;
    private static final Set<String> HISSING = Set.of("s", "z", "S", "Z", "tS", "dZ");
    private static final Set<String> VOICELESS = Set.of("p", "t", "k", "f", "T");

    enum Kind {
        FIXED,
        S,
        ED
    }

    WordEnding {
        phones = List.copyOf(phones);
    }

    /// The ways to see the word as stem and ending, longest ending first.
    static List<WordEnding> of(String word) {
        List<WordEnding> found = new ArrayList<>();
        add(found, word, "izers", Kind.FIXED, "AI", "z", "r=", "z");
        add(found, word, "isers", Kind.FIXED, "AI", "z", "r=", "z");
        add(found, word, "izer", Kind.FIXED, "AI", "z", "r=");
        add(found, word, "iser", Kind.FIXED, "AI", "z", "r=");
        add(found, word, "ness", Kind.FIXED, "n", "@", "s");
        add(found, word, "less", Kind.FIXED, "l", "@", "s");
        add(found, word, "ing", Kind.FIXED, "I", "N");
        add(found, word, "ers", Kind.FIXED, "r=", "z");
        add(found, word, "ize", Kind.FIXED, "AI", "z");
        add(found, word, "ise", Kind.FIXED, "AI", "z");
        add(found, word, "er", Kind.FIXED, "r=");
        add(found, word, "or", Kind.FIXED, "r=");
        add(found, word, "ly", Kind.FIXED, "l", "i");
        add(found, word, "ed", Kind.ED);
        add(found, word, "'s", Kind.S);
        add(found, word, "'ll", Kind.FIXED, "l");
        add(found, word, "'ve", Kind.FIXED, "v");
        add(found, word, "'re", Kind.FIXED, "r=");
        add(found, word, "'d", Kind.FIXED, "d");
        add(found, word, "'m", Kind.FIXED, "m");
        add(found, word, "s'", Kind.S);
        add(found, word, "es", Kind.S);
        add(found, word, "s", Kind.S);
        return found;
    }

    /// The stem's phones with the ending behind them.
    List<String> after(List<String> stem) {
        List<String> all = new ArrayList<>(stem);
        all.addAll(
                switch (kind) {
                    case FIXED -> phones;
                    case S -> pluralAfter(stem.getLast());
                    case ED -> pastAfter(stem.getLast());
                });
        return List.copyOf(all);
    }

    private static List<String> pluralAfter(String last) {
        if (HISSING.contains(last)) {
            return List.of("I", "z");
        }
        return List.of(VOICELESS.contains(last) ? "s" : "z");
    }

    private static List<String> pastAfter(String last) {
        if (last.equals("t") || last.equals("d")) {
            return List.of("I", "d");
        }
        boolean voiceless = VOICELESS.contains(last) || Set.of("s", "S", "tS").contains(last);
        return List.of(voiceless ? "t" : "d");
    }

    /// The stem as it stands, with its silent e back, and without a doubled consonant.
    private static void add(
            List<WordEnding> found, String word, String ending, Kind kind, String... phones) {
        int length = word.length() - ending.length();
        boolean joined = ending.contains("'");
        if (!word.endsWith(ending) || length < (joined ? 1 : STEM_CHARS_MIN)) {
            return;
        }
        String stem = word.substring(0, length);
        List<String> sound = List.of(phones);
        found.add(new WordEnding(stem, sound, kind));
        if (joined) {
            return;
        }
        found.add(new WordEnding(stem + "e", sound, kind));
        int last = stem.length() - 1;
        if (stem.charAt(last) == stem.charAt(last - 1)) {
            found.add(new WordEnding(stem.substring(0, last), sound, kind));
        }
    }
}
