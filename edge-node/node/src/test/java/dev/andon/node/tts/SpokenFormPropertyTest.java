package dev.andon.node.tts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SpokenFormPropertyTest {
    private static final Map<String, String> DIGITS_IN_WORD = digitsInWord();

    private final SpokenForm form = SpokenForm.english();

    @Property(tries = 400, seed = "20260312")
    void saysOnlyWhatAVoiceCanSay(@ForAll String written) {
        assertThat(form.say(written)).matches("[a-zA-Z',.? ]*").doesNotContain("  ");
    }

    @Property(tries = 400, seed = "20260312")
    void isNeverBlankWhereThereIsALetterOrDigit(@ForAll String written) {
        boolean sayable = written.codePoints().anyMatch(Character::isLetterOrDigit);

        assertThat(form.say(written).isBlank() && sayable).isFalse();
    }

    @Property(tries = 1_000, seed = "20260312")
    void saysEveryDigit(@ForAll("shopFloorText") String written) {
        Map<Character, Integer> said = saidDigits(form.say(written));

        for (char digit = '1'; digit <= '9'; digit++) {
            char each = digit;
            int times = (int) written.chars().filter(c -> c == each).count();
            assertThat(said.getOrDefault(digit, 0))
                    .as("%s in \"%s\" said as \"%s\"", digit, written, form.say(written))
                    .isGreaterThanOrEqualTo(times);
        }
    }

    /// Digits, letters, units and everything that numbers are written with, in any order.
    @Provide
    Arbitrary<String> shopFloorText() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "Nm", "bar", "°C", "mm", "M", "E", "E-", "-", "–", "...", ",", ".", " ",
                        " ", " ", "/", "x", "×", "±", "+", "%", ":", "(", ")", "p. ", "Rev. ", "§",
                        "#", "ES", "PLC", "and", "V", "A", "h", "min", "st", "nd", "'", "\"", "^",
                        "€");
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(5);
        return Arbitraries.oneOf(pieces, digits).list().ofMaxSize(12).map(l -> String.join("", l));
    }

    private static Map<Character, Integer> saidDigits(String spoken) {
        Map<Character, Integer> said = new HashMap<>();
        for (String word : spoken.split("[ ,.?]+")) {
            for (char digit : DIGITS_IN_WORD.getOrDefault(word, "").toCharArray()) {
                said.merge(digit, 1, Integer::sum);
            }
        }
        return said;
    }

    private static Map<String, String> digitsInWord() {
        Map<String, String> digits = new HashMap<>();
        List<String> ones = List.of("one two three four five six seven eight nine".split(" "));
        List<String> tens =
                List.of("ten twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
        List<String> teens =
                List.of(
                        ("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
                                        + " nineteen")
                                .split(" "));
        List<String> ordinals =
                List.of("first second third fourth fifth sixth seventh eighth ninth".split(" "));
        for (int i = 0; i < 9; i++) {
            String digit = String.valueOf(i + 1);
            digits.put(ones.get(i), digit);
            digits.put(tens.get(i), digit);
            digits.put(tens.get(i).replaceAll("y$", "ie") + "th", digit);
            digits.put(teens.get(i), "1" + digit);
            digits.put(teens.get(i).replaceAll("ve$", "f") + "th", "1" + digit);
            digits.put(ordinals.get(i), digit);
            digits.put(ordinals.get(i) + "s", digit);
        }
        // Other words that stand for a digit: 1/2, 1/4, m^2, m^3, and months.
        digits.put("half", "2");
        digits.put("quarter", "4");
        digits.put("quarters", "4");
        digits.put("sixteenths", "16");
        digits.put("tenths", "1");
        digits.put("twelfths", "12");
        return Map.copyOf(digits);
    }
}
