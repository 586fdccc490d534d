package dev.andon.knowledge.answer.words;

import dev.andon.knowledge.corpus.words.Compounds;
import dev.andon.knowledge.corpus.words.Stemming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The words that German compounds are made of.
final class GermanParts {
    /// Too short a word to cut others by, but one for machines.
    private static final String OIL = "ol";

    private static final List<String> COMMON =
            Language.GERMAN.file().words("parts").stream()
                    .flatMap(word -> Stemming.GERMAN.stems(word).stream())
                    .toList();

    private GermanParts() {}

    /// The parts of a stem, the hindmost first.
    static Set<String> of(String stem, Collection<String> known) {
        List<String> words = new ArrayList<>(COMMON);
        words.addAll(known);
        Compounds compounds = Compounds.of(words);
        Set<String> parts = new LinkedHashSet<>(withOil(stem, compounds));
        parts.addAll(compounds.parts(stem));
        parts.remove(stem);
        return parts;
    }

    private static List<String> withOil(String stem, Compounds compounds) {
        boolean behind = stem.endsWith(OIL);
        if (!behind && !stem.startsWith(OIL)) {
            return List.of();
        }
        int length = stem.length() - OIL.length();
        String rest = behind ? stem.substring(0, length) : stem.substring(OIL.length());
        return Stemming.GERMAN.stems(rest).stream()
                .filter(compounds.words())
                .findFirst()
                .map(word -> behind ? List.of(OIL, word) : List.of(word, OIL))
                .orElse(List.of());
    }
}
