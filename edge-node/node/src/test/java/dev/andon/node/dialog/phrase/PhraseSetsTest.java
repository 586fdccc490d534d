package dev.andon.node.dialog.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.dialog.phrase.PhraseBook.Phrase;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The phrases that the product brings, language by language.
class PhraseSetsTest {
    /// "Waiting for a part" answers where it was asked what is waited for; elsewhere it is an
    // entry.
    private static final Set<Set<Intent>> TOLD_APART_BY_THE_SITUATION =
            Set.of(Set.of(Intent.CORRECTION, Intent.WAITING));

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void haveAPhraseForEveryIntent(String language) {
        assertThat(phrases(language))
                .extracting(Phrase::intent)
                .containsAll(EnumSet.allOf(Intent.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void haveWordsForEveryWaitAndForWhatCountsNothing(String language) {
        assertThat(PhraseFile.WORD_LISTS)
                .allSatisfy(
                        list ->
                                assertThat(PhraseBook.BUILT_IN.words(language, list))
                                        .as(list)
                                        .isNotEmpty()
                                        .doesNotContain(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void meanOneThingWordForWord(String language) {
        Map<String, Set<Intent>> meanings = new HashMap<>();
        for (Phrase phrase : phrases(language)) {
            Expansions.of(phrase.part())
                    .forEach(
                            words ->
                                    meanings.computeIfAbsent(words, _ -> new TreeSet<>())
                                            .add(phrase.intent()));
        }
        Map<String, Set<Intent>> unclear = new TreeMap<>(meanings);
        unclear.values()
                .removeIf(
                        intents ->
                                intents.size() == 1
                                        || TOLD_APART_BY_THE_SITUATION.contains(intents));
        assertThat(unclear).isEmpty();
    }

    private static List<Phrase> phrases(String language) {
        return PhraseBook.BUILT_IN.phrases().stream()
                .filter(phrase -> phrase.language().equals(language))
                .collect(Collectors.toList());
    }
}
