package dev.andon.knowledge.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The units of maintenance work: every spelling of `units.tsv`, and one unit per another
/// (`bar/min`, `litres per hour`), to its UCUM code.
public final class Units {
    /// A unit at a place in a text.
    ///
    /// @param end behind its last character
    record At(String code, int end) {}

    private record Spelled(String code, Pattern pattern) {}

    /// No letter, digit or power behind it that it could be the beginning of.
    private static final String END = "(?![\\p{L}\\p{Nd}^°]|[·⋅.*-]m\\b)";

    private static final Map<String, String> BY_SYMBOL = new LinkedHashMap<>();
    private static final List<Spelled> BY_WORDS = new ArrayList<>();

    static {
        rows().forEach(Units::add);
    }

    private static final Pattern SYMBOL =
            Pattern.compile(
                    BY_SYMBOL.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")));
    /// Most words are no unit, and are not tried with each of them.
    private static final Pattern ANY_WORDS =
            Pattern.compile(
                    BY_WORDS.stream()
                            .map(words -> words.pattern().pattern())
                            .collect(Collectors.joining("|")));

    private static final Pattern INCH = Pattern.compile("in(?=[.,;:)]|$)");
    private static final Pattern PER = Pattern.compile("/| (?:per|an?|pro|par) ");
    private static final Pattern ENDED = Pattern.compile(END);

    private Units() {}

    /// The UCUM code of a unit's spelling; empty if it is none.
    public static Optional<String> code(String spelling) {
        String plain = PlainText.of(spelling.strip()).text();
        if (plain.equals("in")) {
            return Optional.of("[in_i]");
        }
        return at(plain, 0).filter(unit -> unit.end() == plain.length()).map(At::code);
    }

    /// The longest unit that begins here, in plain text.
    static Optional<At> at(String text, int from) {
        Optional<At> simple = simple(text, from);
        Optional<At> rate = simpleUnended(text, from).flatMap(unit -> rate(unit, text));
        return rate.isPresent() && rate.get().end() > simple.map(At::end).orElse(0) ? rate : simple;
    }

    private static Optional<At> rate(At unit, String text) {
        Matcher per = PER.matcher(text).region(unit.end(), text.length());
        return per.lookingAt()
                ? simple(text, per.end())
                        .map(below -> new At(unit.code() + "/" + below.code(), below.end()))
                : Optional.empty();
    }

    private static Optional<At> simple(String text, int from) {
        return simpleUnended(text, from).filter(unit -> ended(text, unit.end()));
    }

    private static Optional<At> simpleUnended(String text, int from) {
        At best = new At("", from);
        Matcher symbol = lookingAt(SYMBOL, text, from);
        for (String tried = symbol.lookingAt() ? symbol.group() : "";
                !tried.isEmpty() && best.end() == from;
                tried = shorter(tried)) {
            int end = from + tried.length();
            if (ended(text, end) || text.startsWith("/", end)) {
                best = new At(Objects.requireNonNull(BY_SYMBOL.get(tried)), end);
            }
        }
        Matcher inch = lookingAt(INCH, text, from);
        if (inch.lookingAt() && inch.end() > best.end()) {
            best = new At("[in_i]", inch.end());
        }
        if (!lookingAt(ANY_WORDS, text, from).lookingAt()) {
            return best.end() > from ? Optional.of(best) : Optional.empty();
        }
        for (Spelled words : BY_WORDS) {
            Matcher matcher = lookingAt(words.pattern(), text, from);
            if (matcher.lookingAt() && matcher.end() > best.end()) {
                best = new At(words.code(), matcher.end());
            }
        }
        return best.end() > from ? Optional.of(best) : Optional.empty();
    }

    /// The longest symbol that is a beginning of this one; empty if none is.
    private static String shorter(String symbol) {
        for (int length = symbol.length() - 1; length > 0; length--) {
            if (BY_SYMBOL.containsKey(symbol.substring(0, length))) {
                return symbol.substring(0, length);
            }
        }
        return "";
    }

    private static boolean ended(String text, int end) {
        boolean sign = "%°\"'€$£".indexOf(text.charAt(end - 1)) >= 0;
        return sign || lookingAt(ENDED, text, end).lookingAt();
    }

    private static Matcher lookingAt(Pattern pattern, String text, int from) {
        return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
    }

    private static void add(String row) {
        String[] cells = row.split("\t");
        if (!cells[1].equals("-")) {
            for (String symbol : cells[1].split("\\|")) {
                BY_SYMBOL.putIfAbsent(symbol, cells[0]);
            }
        }
        if (!cells[2].equals("-")) {
            Pattern words = Pattern.compile("(?iu)(?:" + cells[2] + ")(?![\\p{L}\\p{Nd}])");
            BY_WORDS.add(new Spelled(cells[0], words));
        }
    }

    private static List<String> rows() {
        InputStream resource =
                Objects.requireNonNull(Units.class.getResourceAsStream("units.tsv"), "units.tsv");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().filter(row -> !row.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("units.tsv in the jar cannot be read.", e);
        }
    }
}
