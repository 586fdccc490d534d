package dev.andon.node.dialog.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.dialog.phrase.PhraseBook.Phrase;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The phrases that the product brings, language by language.
class PhraseSetsTest {
    /// "Waiting for a part" answers where it was asked what is waited for; elsewhere it is an
    /// entry.
    private static final Set<Set<Intent>> TOLD_APART_BY_THE_SITUATION =
            Set.of(Set.of(Intent.CORRECTION, Intent.WAITING));

    private static final int WAYS = 40;
    private static final String TEXT = SaidAtRandom.word(Slot.TEXT);

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

    /// Each phrase in some of its ways, held against all others.
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void meanOneThingWordForWord(String language) {
        SaidAtRandom said = new SaidAtRandom(new Random(1));
        Map<String, Set<Intent>> unclear = new TreeMap<>();
        for (Phrase phrase : phrases(language)) {
            for (int way = 0; way < WAYS; way++) {
                String words = said.of(phrase.part());
                Set<Intent> intents = intents(language, words);
                assertThat(intents).as(words).contains(phrase.intent());
                if (intents.size() > 1 && !TOLD_APART_BY_THE_SITUATION.contains(intents)) {
                    unclear.put(words, intents);
                }
            }
        }
        assertThat(unclear).isEmpty();
    }

    private static Set<Intent> intents(String language, String said) {
        List<String> words = Tokens.of(said);
        Set<Intent> intents = EnumSet.noneOf(Intent.class);
        for (Phrase phrase : phrases(language)) {
            new PhraseMatch(language, words, words, SaidAtRandom::fillings)
                    .each(
                            phrase.part(),
                            (slots, _) -> {
                                Object text = slots.getOrDefault(Slot.TEXT, TEXT);
                                if (text.equals(TEXT)) {
                                    intents.add(phrase.intent());
                                }
                            });
        }
        return intents;
    }

    private static List<Phrase> phrases(String language) {
        return PhraseBook.BUILT_IN.phrases().stream()
                .filter(phrase -> phrase.language().equals(language))
                .collect(Collectors.toList());
    }
}
