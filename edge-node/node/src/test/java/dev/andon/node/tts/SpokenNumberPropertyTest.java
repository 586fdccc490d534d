package dev.andon.node.tts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What is said is heard back by a listener who knows nothing of the rules.
class SpokenNumberPropertyTest {
    private static final List<String> ONES =
            List.of(
                    ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                                    + " fourteen fifteen sixteen seventeen eighteen nineteen")
                            .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);

    private final SpokenForm form = SpokenForm.english();

    @Property(tries = 300, seed = "412")
    void isHeardAsTheWholeNumberThatWasWritten(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long number) {
        assertThat(heard(form.say("" + number))).isEqualByComparingTo(BigDecimal.valueOf(number));
        assertThat(heard(form.say("%,d".formatted(number))))
                .isEqualByComparingTo(BigDecimal.valueOf(number));
    }

    @Property(tries = 300, seed = "412")
    void isHeardAsTheDecimalThatWasWritten(
            @ForAll @IntRange(max = 99_999) int unscaled,
            @ForAll @IntRange(min = 1, max = 4) int scale) {
        BigDecimal number = BigDecimal.valueOf(unscaled, scale);

        for (String written : List.of("%s Nm", "-%s bar", "max. %s °C", "±%s", "(%s mm)")) {
            assertThat(heard(form.say(written.formatted(number.toPlainString()))))
                    .as(written, number)
                    .isEqualByComparingTo(number);
        }
    }

    @Property(tries = 300, seed = "412")
    void isHeardAsTheRangeThatWasWritten(
            @ForAll @IntRange(max = 9_999) int from,
            @ForAll @IntRange(min = 1, max = 9_999) int by) {
        for (String written : List.of("%d-%d Nm", "%d – %d Nm", "%d...%d Nm", "%d Nm-%d Nm")) {
            String[] ends = form.say(written.formatted(from, from + by)).split(" to ");

            assertThat(ends).hasSize(2);
            assertThat(heard(ends[0])).isEqualByComparingTo(BigDecimal.valueOf(from));
            assertThat(heard(ends[1])).isEqualByComparingTo(BigDecimal.valueOf(from + by));
        }
    }

    private static BigDecimal heard(String words) {
        long whole = 0;
        long group = 0;
        StringBuilder fraction = new StringBuilder();
        boolean afterPoint = false;
        for (String word : words.split("[ ,.]+")) {
            if (word.equals("point")) {
                afterPoint = true;
            } else if (afterPoint && ONES.contains(word)) {
                fraction.append(ONES.indexOf(word));
            } else if (ONES.contains(word)) {
                group += ONES.indexOf(word);
            } else if (TENS.contains(word)) {
                group += 10L * TENS.indexOf(word);
            } else if (word.equals("hundred")) {
                group *= 100;
            } else if (SCALES.containsKey(word)) {
                whole += group * SCALES.get(word);
                group = 0;
            }
        }
        return new BigDecimal((whole + group) + (fraction.isEmpty() ? "" : "." + fraction));
    }
}
