package dev.andon.node.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

class MaryPronouncerTest {
    private static final Set<String> PHONES =
            Set.of(
                    ("A O u i { V E I U @ r= aU OI @U EI AI p t k b d g tS dZ f v T D s z S Z h l m"
                                    + " n N r w j")
                            .split(" "));

    private static final MaryPronouncer PRONOUNCER = MaryPronouncer.load();

    @ParameterizedTest
    @CsvSource({
        "torque, t O r k",
        "nozzle, n A z @ l",
        "conveyor, k @ n v EI r=",
        "labeler, l EI b @ l r=",
        "labeller, l EI b @ l r=",
        "labellers, l EI b @ l r= z",
        "palletizer, p { l @ t AI z r=",
        "palletiser, p { l @ t AI z r=",
        "depalletiser, d i p { l @ t AI z r=",
        "colour, k V l r=",
        "metre, m i t r=",
        "grey, g r EI",
        "gearmotor, g I r m @U t r=",
        "don't, d @U n t",
        "we'll, w i l",
        "machine's, m @ S i n z",
        "plc, p i E l s i",
        "hmi, EI tS E m AI",
        "w, d V b @ l j u",
        "jammed, dZ { m d",
        "torqued, t O r k t"
    })
    void knowsHowAWordSounds(String word, String phones) {
        assertThat(PRONOUNCER.pronounce(word)).contains(List.of(phones.split(" ")));
    }

    @Test
    void givesEveryVariantOfTheLexicon() {
        assertThat(PRONOUNCER.pronounce("record"))
                .containsExactlyInAnyOrder(
                        List.of("r", "E", "k", "r=", "d"), List.of("r", "@", "k", "O", "r", "d"));
    }

    @Test
    void fallsBackOnTheRulesForANameNobodyKnows() {
        assertThat(PRONOUNCER.pronounce("krombex")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "42", "e42", "Press", "two words", "é", "'", "-", "[unk]"})
    void findsNoneForWhatIsNoWord(String word) {
        assertThat(PRONOUNCER.pronounce(word)).isEmpty();
    }

    @Test
    void findsNoneForAWordWithoutEnd() {
        assertThat(PRONOUNCER.pronounce("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void givesOnlyPhonesOfTheAmericanSet() {
        for (String word : randomWords(2_000)) {
            assertThat(PRONOUNCER.pronounce(word))
                    .as(word)
                    .allSatisfy(phones -> assertThat(phones).isNotEmpty().isSubsetOf(PHONES));
        }
    }

    @Test
    void takesThousandsOfWordsInSeconds() {
        assertTimeout(
                Duration.ofSeconds(30), () -> randomWords(5_000).forEach(PRONOUNCER::pronounce));
    }

    private static List<String> randomWords(int count) {
        Random random = new Random(42);
        return random.ints(count, 1, 13)
                .mapToObj(
                        length ->
                                random.ints(length, 'a', 'z' + 1)
                                        .collect(
                                                StringBuilder::new,
                                                StringBuilder::appendCodePoint,
                                                StringBuilder::append)
                                        .toString())
                .toList();
    }
}
