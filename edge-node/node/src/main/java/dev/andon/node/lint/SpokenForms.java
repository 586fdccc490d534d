package dev.andon.node.lint;

import dev.andon.config.source.Nearest;
import dev.andon.node.stt.Spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Proposes how a name could be said in words that a model knows. A person chooses: what sounds
/// alike to a rule may sound silly to an ear.
final class SpokenForms {
    /// A longer word is hardly two others.
    private static final int PART_LENGTH_MIN = 3;

    private static final int LETTERS_MAX = 5;

    private static final int PROPOSALS_MAX = 3;

    private final Set<String> known;
    private final Map<String, String> bySpelling = new LinkedHashMap<>();
    private final Map<String, Set<String>> formed = new HashMap<>();

    /// @param known the words of the model
    SpokenForms(Collection<String> known) {
        this.known = Set.copyOf(known);
        known.stream().sorted().forEach(w -> bySpelling.putIfAbsent(Spelling.american(w), w));
    }

    /// Forms of a whole name, the best first; each has known words only.
    ///
    /// @param words of the name, unknown ones among them
    List<String> of(List<String> words) {
        List<List<String>> wholes = List.of(List.of());
        for (String word : words) {
            wholes = extended(wholes, known.contains(word) ? Set.of(word) : formsOf(word));
        }
        return wholes.stream().map(form -> String.join(" ", form)).toList();
    }

    private static List<List<String>> extended(List<List<String>> begun, Set<String> next) {
        List<List<String>> longer = new ArrayList<>();
        for (String form : next) {
            for (List<String> begin : begun) {
                List<String> whole = new ArrayList<>(begin);
                whole.add(form);
                longer.add(whole);
                if (longer.size() == PROPOSALS_MAX) {
                    return longer;
                }
            }
        }
        return longer;
    }

    /// A word stands in many names of a plant, and looking for what is written alike takes time.
    private Set<String> formsOf(String word) {
        return formed.computeIfAbsent(word, this::of);
    }

    /// The other spelling, two words, letters, or the word that is written most alike.
    private Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        String spelled = bySpelling.get(Spelling.american(word));
        if (spelled != null) {
            forms.add(spelled);
        }
        for (int seam = word.length() - PART_LENGTH_MIN; seam >= PART_LENGTH_MIN; seam--) {
            if (known.contains(word.substring(0, seam)) && known.contains(word.substring(seam))) {
                forms.add(word.substring(0, seam) + " " + word.substring(seam));
            }
        }
        List<String> letters = List.of(word.split(""));
        if (word.length() <= LETTERS_MAX && known.containsAll(letters)) {
            forms.add(String.join(" ", letters));
        }
        Nearest.of(word, known).ifPresent(forms::add);
        return forms;
    }
}
