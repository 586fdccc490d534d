package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

class MaryPhonesTest {
    /// What MaryTTS says of some core words must be what the model was trained with.
    @ParameterizedTest
    @CsvSource({
        "motor, m @U t r=",
        "palletizer, p { l I t AI z r=",
        "belt, b E l t",
        "robot, r @U b A t",
        "oil, OI l",
        "pump, p V m p",
        "door, d O r",
        "grease, g r i s",
        "tool, t u l",
        "bearing, b E r I N",
        "measure, m E Z r=",
        "down, d aU n",
        "gate, g EI t",
        "air, E r",
        "start, s t A r t",
        "three, T r i",
        "that, D { t",
        "chain, tS EI n"
    })
    void areWrittenAsTheModelLearntThem(String word, String mary) {
        Lexicon core = Lexicon.read(TestModel.FOLDER.resolve("lexicon.txt"));
        List<List<String>> known =
                core.pronunciations().getOrDefault(word, List.of(List.of("t u: l".split(" "))));
        assertThat(MaryPhones.toModel(List.of(mary.split(" ")))).containsAnyElementsOf(known);
    }

    @Test
    void allHaveACounterpartInTheModel() {
        PhoneSet phones = PhoneSet.read(TestModel.FOLDER.resolve("phones.txt"));
        assertThat(MaryPhones.ALL)
                .hasSize(40)
                .allSatisfy(
                        phone ->
                                assertThat(MaryPhones.toModel(List.of(phone)))
                                        .allMatch(way -> way.stream().allMatch(phones::knows)));
    }

    @Test
    void allReachEveryPhoneOfTheModel() {
        PhoneSet phones = PhoneSet.read(TestModel.FOLDER.resolve("phones.txt"));
        Stream<String> reached =
                MaryPhones.ALL.stream()
                        .flatMap(p -> MaryPhones.toModel(List.of(p)).getFirst().stream());
        assertThat(reached).containsExactlyInAnyOrderElementsOf(phones.outputs().keySet());
    }

    @Test
    void writeAnRBetweenVowelsInBothWays() {
        assertThat(MaryPhones.toModel(List.of("s", "t", "O", "r", "I", "dZ")))
                .containsExactly(
                        List.of("s", "t", "O", "r", "I", "dZ"),
                        List.of("s", "t", "O", "r", "r", "I", "dZ"));
        assertThat(MaryPhones.toModel(List.of("s", "t", "O", "r"))).hasSize(1);
    }
}
