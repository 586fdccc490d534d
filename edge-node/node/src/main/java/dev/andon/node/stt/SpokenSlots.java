package dev.andon.node.stt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How names, codes, numbers and times are said in English.
public final class SpokenSlots {
    private static final Pattern CODE = Pattern.compile("([A-Z]{0,4})[- ./]?([0-9]{1,6})");
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private static final Map<String, String> NATO =
            Stream.of(
                            ("alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo"
                                            + " lima mike november oscar papa quebec romeo sierra"
                                            + " tango uniform victor whiskey xray yankee zulu")
                                    .split(" "))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    word -> word.substring(0, 1), Function.identity()));

    private SpokenSlots() {}

    /// The ways to say a name; none if it cannot be said in English.
    public static List<List<String>> name(String written) {
        return Stream.of(SayableWords.of(written), SayableWords.digitByDigit(written))
                .flatMap(Optional::stream)
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    /// The ways to say a code: its letters by name or by the NATO alphabet, its number whole, in
    /// pairs, or digit by digit, a zero also as "oh". A code of another shape is said as a name.
    public static List<List<String>> code(String written) {
        Matcher code = CODE.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!code.matches()) {
            return name(written);
        }
        String letters = code.group(1).toLowerCase(Locale.ROOT);
        List<List<String>> ways = new ArrayList<>();
        for (String said : letters.isEmpty() ? Set.of("") : letters(letters)) {
            for (String number : number(code.group(2))) {
                ways.add(List.of((said + " " + number).strip().split(" ")));
            }
        }
        return ways;
    }

    private static Set<String> letters(String letters) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(String.join(" ", letters.split("")));
        ways.add(
                Stream.of(letters.split(""))
                        .map(letter -> NATO.getOrDefault(letter, letter))
                        .collect(Collectors.joining(" ")));
        return ways;
    }

    private static Set<String> number(String digits) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(NumberWords.digitByDigit(digits));
        ways.add(NumberWords.digitByDigit(digits).replace("zero", "oh"));
        String whole = NumberWords.of(digits.replaceFirst("^0+(?=.)", ""));
        ways.add(whole);
        ways.add(whole.replaceFirst("hundred (?=.)", "hundred and "));
        if (digits.length() > 2 && digits.charAt(0) != '0') {
            int end = digits.length() - 2;
            String rest = digits.substring(end);
            if (rest.charAt(0) != '0') {
                ways.add(NumberWords.of(digits.substring(0, end)) + " " + NumberWords.of(rest));
            }
        }
        return ways;
    }

    /// One of these phrases.
    public static Spoken any(Collection<List<String>> phrases) {
        return new Spoken.Choice(
                phrases.stream().distinct().<Spoken>map(Spoken.Words::new).toList());
    }

    /// Whole numbers from one to another, both included.
    public static Spoken numbers(int from, int to) {
        return new Spoken.Choice(
                IntStream.rangeClosed(from, to)
                        .mapToObj(number -> Spoken.words(NumberWords.of(String.valueOf(number))))
                        .toList());
    }

    /// When something happened.
    public static Spoken times() {
        Spoken span =
                new Spoken.Choice(
                        List.of(
                                Spoken.sequence(numbers(2, MINUTES - 1), Spoken.words("minutes")),
                                Spoken.sequence(numbers(2, HOURS), Spoken.words("hours")),
                                Spoken.anyOf(
                                        "one minute",
                                        "a minute",
                                        "half an hour",
                                        "an hour",
                                        "one hour",
                                        "an hour and a half",
                                        "a quarter of an hour")));
        Spoken hour = numbers(1, HOURS);
        Spoken clock =
                new Spoken.Choice(
                        List.of(
                                Spoken.sequence(
                                        Spoken.anyOf("half past", "quarter past", "quarter to"),
                                        numbers(1, HOURS / 2)),
                                Spoken.sequence(
                                        numbers(1, MINUTES / 2 - 1),
                                        Spoken.anyOf("past", "to"),
                                        numbers(1, HOURS / 2)),
                                Spoken.sequence(hour, minutes()),
                                Spoken.sequence(hour, Spoken.anyOf("o'clock", "o clock")),
                                Spoken.anyOf("noon", "midnight")));
        return new Spoken.Choice(
                List.of(
                        Spoken.anyOf("just now", "right now", "now"),
                        Spoken.sequence(Spoken.anyOf("since", "for", "about", ""), span),
                        Spoken.sequence(Spoken.anyOf("about", ""), span, Spoken.words("ago")),
                        Spoken.sequence(Spoken.anyOf("since", "at", "about", ""), clock)));
    }

    /// The minutes of a clock time: "oh five", "thirty".
    private static Spoken minutes() {
        return new Spoken.Choice(
                IntStream.range(1, MINUTES)
                        .mapToObj(
                                minute ->
                                        Spoken.words(
                                                (minute < 10 ? "oh " : "")
                                                        + NumberWords.of(String.valueOf(minute))))
                        .toList());
    }
}
