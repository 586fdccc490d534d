package dev.andon.node.stt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Numbers as people say them: `412` is "four hundred twelve" or "four one two".
final class NumberWords {
    /// Longer numbers are only said digit by digit.
    private static final int CARDINAL_DIGITS_MAX = 6;

    private static final List<String> SMALL =
            List.of(
                    ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                                    + " fourteen fifteen sixteen seventeen eighteen nineteen")
                            .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    private NumberWords() {}

    /// The usual way: as one number if it is short and has no leading zero.
    ///
    /// @param digits ASCII digits only
    static String of(String digits) {
        boolean spelled =
                digits.length() > CARDINAL_DIGITS_MAX
                        || digits.length() > 1 && digits.charAt(0) == '0';
        return spelled ? digitByDigit(digits) : cardinal(Integer.parseInt(digits));
    }

    /// One word a digit.
    static String digitByDigit(String digits) {
        return digits.chars()
                .mapToObj(digit -> SMALL.get(digit - '0'))
                .collect(Collectors.joining(" "));
    }

    private static String cardinal(int number) {
        if (number < 20) {
            return SMALL.get(number);
        }
        List<String> words = new ArrayList<>();
        if (number >= 1_000) {
            words.add(cardinal(number / 1_000) + " thousand");
        }
        if (number / 100 % 10 > 0) {
            words.add(SMALL.get(number / 100 % 10) + " hundred");
        }
        int rest = number % 100;
        if (rest >= 20) {
            words.add(TENS.get(rest / 10));
            rest %= 10;
        }
        if (rest > 0) {
            words.add(SMALL.get(rest));
        }
        return String.join(" ", words);
    }
}
