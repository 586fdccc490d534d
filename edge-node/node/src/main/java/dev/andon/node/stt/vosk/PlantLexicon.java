package dev.andon.node.stt.vosk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.andon.node.stt.Pronouncer;
import dev.andon.node.stt.Spelling;
import dev.andon.node.stt.Vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The core words and the plant's.
///
/// A core word that the plant spells otherwise takes the plant's spelling. A word that the plant
/// spells in both ways ("flow meter", "two metres") is two words of one sound.
///
/// @param lexicon every word that will be heard
/// @param added how many words the core does not know
/// @param unpronounced the words that nobody could pronounce, in alphabetical order
/// @param respelled core word to the plant's spelling, where they differ
record PlantLexicon(
        Lexicon lexicon, int added, List<String> unpronounced, Map<String, String> respelled) {
    private static final int PRONUNCIATIONS_MAX = 4;

    /// @param asked words that questions are made of; in the plant's spelling if it has one
    static PlantLexicon of(
            Lexicon core, Vocabulary vocabulary, Set<String> asked, Speaking speaking) {
        Map<String, String> respelled = respelled(core, vocabulary, asked);
        SortedMap<String, List<List<String>>> all = new TreeMap<>();
        core.pronunciations()
                .forEach((word, spoken) -> all.put(respelled.getOrDefault(word, word), spoken));
        int known = all.size();
        List<String> unpronounced = new ArrayList<>();
        SortedSet<String> wanted = new TreeSet<>(vocabulary.words());
        asked.forEach(word -> wanted.add(respelled.getOrDefault(word, word)));
        wanted.removeAll(all.keySet());
        for (String word : wanted) {
            List<List<String>> spoken = speaking.of(word, core);
            if (spoken.isEmpty()) {
                unpronounced.add(word);
            } else {
                all.put(word, spoken);
            }
        }
        return new PlantLexicon(
                new Lexicon(all), all.size() - known, List.copyOf(unpronounced), respelled);
    }

    /// A sentence of core words as the plant spells them.
    String inPlantSpelling(String sentence) {
        return Arrays.stream(sentence.split(" "))
                .map(word -> respelled.getOrDefault(word, word))
                .collect(joining(" "));
    }

    /// Whether every word of a sentence will be heard.
    boolean covers(String sentence) {
        return Arrays.stream(sentence.split(" ")).allMatch(lexicon.pronunciations()::containsKey);
    }

    private static Map<String, String> respelled(
            Lexicon core, Vocabulary vocabulary, Set<String> asked) {
        Map<String, String> plantSpelling =
                vocabulary.words().stream()
                        .sorted()
                        .collect(
                                toUnmodifiableMap(Spelling::american, w -> w, (first, _) -> first));
        return Stream.concat(core.words().stream(), asked.stream())
                .distinct()
                .filter(word -> !vocabulary.words().contains(word))
                .filter(word -> plantSpelling.containsKey(Spelling.american(word)))
                .collect(toUnmodifiableMap(w -> w, w -> plantSpelling.get(Spelling.american(w))));
    }

    /// How words sound in the model's phones: as the core says their other spelling, or as the
    /// pronouncer says them, or as a compound of core words.
    record Speaking(Pronouncer pronouncer, PhoneSet phones) {
        List<List<String>> of(String word, Lexicon core) {
            String american = Spelling.american(word);
            List<List<String>> known = core.pronunciations().get(american);
            if (known != null) {
                return known;
            }
            Stream<List<String>> said =
                    Stream.of(word, american)
                            .distinct()
                            .flatMap(spelled -> pronouncer.pronounce(spelled).stream())
                            .flatMap(spoken -> MaryPhones.toModel(spoken).stream());
            return Stream.concat(Compounds.pronounce(american, core).stream(), said)
                    .filter(spoken -> !spoken.isEmpty() && spoken.stream().allMatch(phones::knows))
                    .distinct()
                    .limit(PRONUNCIATIONS_MAX)
                    .toList();
        }
    }
}
