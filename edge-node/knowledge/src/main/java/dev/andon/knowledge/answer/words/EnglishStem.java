package dev.andon.knowledge.answer.words;

/// Takes the commonest English endings off. Porter's stemmer takes more: two words that are taken
/// for one would quote the wrong row.
final class EnglishStem {
    private EnglishStem() {}

    /// @param word in small letters
    static String of(String word) {
        String stem = singular(word.replace("iz", "is").replace("yz", "ys"));
        if (stem.length() > 5 && stem.endsWith("our")) {
            stem = stem.substring(0, stem.length() - 2) + "r";
        }
        stem = without(stem, "ing", 6);
        stem = without(stem, "ed", 5);
        stem = without(stem, "ion", 8);
        stem = without(stem, "e", 4);
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String without(String word, String ending, int lengthMin) {
        return word.length() >= lengthMin && word.endsWith(ending)
                ? word.substring(0, word.length() - ending.length())
                : word;
    }
}
