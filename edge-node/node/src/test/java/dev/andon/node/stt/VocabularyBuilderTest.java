package dev.andon.node.stt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class VocabularyBuilderTest {
    @Test
    void learnsNamesInLowerCase() {
        Vocabulary vocabulary = names("Labeller Spindle", "Shrink tunnel (hot)");
        assertThat(vocabulary.names()).containsExactly("labeller spindle", "shrink tunnel hot");
        assertThat(vocabulary.words()).contains("labeller", "spindle", "tunnel");
    }

    @Test
    void saysTheNumberOfACodeInBothWays() {
        assertThat(names("E412 Web torn").codes())
                .containsExactly("e four hundred twelve", "e four one two");
        assertThat(names("E412 Web torn").names())
                .containsExactly("e four hundred twelve web torn", "e four one two web torn");
    }

    @Test
    void findsCodesInTexts() {
        assertThat(texts("If fault F07 appears, see error code 112.").codes())
                .containsExactly("f zero seven", "one hundred twelve", "one one two");
    }

    @Test
    void cutsTextsIntoSentences() {
        assertThat(texts("Close the valve. Wait for 2.5 bar!\nThen open it").sentences())
                .containsExactly("close the valve", "wait for two point five bar", "then open it");
    }

    @Test
    void spellsUnitsOutAfterNumbersOnly() {
        assertThat(texts("Tighten to 45 Nm and 90 %; see plan A; in step 2 a lamp").sentences())
                .containsExactly(
                        "tighten to forty five newton meters and ninety percent",
                        "see plan a",
                        "in step two a lamp");
    }

    @Test
    void spellsAcronymsInLetters() {
        assertThat(texts("Reset the PLC at the HMI panel").sentences())
                .containsExactly("reset the p l c at the h m i panel");
    }

    @Test
    void tellsThousandsFromDecimals() {
        assertThat(texts("Run at 1,200 rpm for 2,5 hours").sentences())
                .containsExactly("run at one thousand two hundred rpm for two point five hours");
    }

    @Test
    void spellsANameThatIsAnAcronym() {
        assertThat(names("HMI", "PLC 2").names()).containsExactly("h m i", "p l c two");
    }

    @Test
    void readsTheWordsOnSwitchesAsWords() {
        assertThat(texts("Turn the switch to ON and press OK").sentences())
                .containsExactly("turn the switch to on and press okay");
    }

    @Test
    void readsAHeadingInCapitalsAsWords() {
        assertThat(texts("CHECK THE OIL FILTER").sentences())
                .containsExactly("check the oil filter");
    }

    @Test
    void keepsApostrophesAndDropsAccents() {
        assertThat(texts("Don’t move the Müller valve").sentences())
                .containsExactly("don't move the muller valve");
    }

    @Test
    void leavesOutWhatIsNotSayableInEnglish() {
        assertThat(texts("Закройте клапан. Close the valve").sentences())
                .containsExactly("close the valve");
    }

    @Test
    void keepsTheWordsOfNamesWhenTheLimitIsReached() {
        Vocabulary vocabulary =
                new VocabularyBuilder()
                        .atMostWords(3)
                        .names(List.of("thermocouple"))
                        .englishTexts(Stream.of("the pump the pump the seal leaks"))
                        .build();
        assertThat(vocabulary.words()).containsExactlyInAnyOrder("thermocouple", "the", "pump");
        assertThat(vocabulary.sentences()).isEmpty();
    }

    @Test
    void letsARepeatedSentenceWeighMore() {
        assertThat(texts("Close the valve. Close the valve.").sentences()).hasSize(2);
    }

    @Test
    void saysAnythingInWordsOfItsVocabulary() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String text = anything(random);
            Vocabulary vocabulary =
                    new VocabularyBuilder()
                            .names(List.of(text))
                            .englishTexts(Stream.of(text))
                            .build();
            assertThat(vocabulary.words()).allMatch(word -> word.matches("[a-z]+('[a-z]+)*"));
            assertThat(Stream.concat(vocabulary.names().stream(), vocabulary.sentences().stream()))
                    .allSatisfy(
                            phrase -> assertThat(vocabulary.words()).contains(phrase.split(" ")));
        }
    }

    private static String anything(Random random) {
        String signs = "aEiozT'’ -.,;:%09471éßЖ中\u0301\n|()/½²µ";
        return random.ints(random.nextInt(60), 0, signs.length())
                .mapToObj(at -> signs.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    private static Vocabulary names(String... names) {
        return new VocabularyBuilder().names(List.of(names)).build();
    }

    private static Vocabulary texts(String... texts) {
        return new VocabularyBuilder().englishTexts(Stream.of(texts)).build();
    }
}
