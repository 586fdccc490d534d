package dev.andon.knowledge.measure;

import dev.andon.knowledge.measure.Figures.Figure;
import dev.andon.knowledge.measure.Measure.Relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the measures of a text: figures with units, ranges, tolerances, limits, fractions, and
/// numbers in words (English; French and German up to thousands).
///
/// Dates, codes, part numbers, threads, ordinals and the numbers of pages and steps are none. A
/// number without a unit is a measure with the unit `""`.
public final class Measures {
    /// A measure and where it stands.
    ///
    /// @param start index of its first character in the text, its words of relation included
    /// @param end index behind its last character
    /// @param written as the text has it
    public record Found(Measure measure, int start, int end, String written) {}

    /// A figure with its sign and its unit; a unit that is not said is empty.
    private record Part(BigDecimal value, String unit, int start, int end) {}

    private static final Pattern MINUS =
            Pattern.compile("(?iu)(-|minus |moins |negative )(?=[\\p{L}\\d.])");
    private static final Pattern PLUS = Pattern.compile("(?i)(?:\\+|plus )(?=[\\p{L}\\d.])");
    private static final Pattern PLUS_MINUS =
            Pattern.compile("(?i)[ \u00a0]?(?:±|\\+/?-|plus or minus|plus ou moins)[ \u00a0]?");
    private static final Pattern TO =
            Pattern.compile(
                    "(?iu)[ \u00a0]?(?:-|—|\\.\\.\\.?)[ \u00a0]?|[ \u00a0](?:to|through|bis|à)["
                            + " \u00a0]");
    private static final Pattern AND = Pattern.compile("(?iu) (?:and|et|und) ");
    private static final Pattern BETWEEN =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{Nd}])(?:between|from|entre|zwischen|von|de) $");
    private static final int BETWEEN_CHARS_MAX = 10;

    private final PlainText plain;
    private final String text;
    private final List<Found> found = new ArrayList<>();
    private int at;

    private Measures(String written) {
        this.plain = PlainText.of(written);
        this.text = plain.text();
    }

    /// The measures of a text, in its order.
    public static List<Found> in(String text) {
        return new Measures(text).all(text);
    }

    private List<Found> all(String written) {
        while (at < text.length()) {
            step(written);
        }
        return List.copyOf(found);
    }

    private void step(String written) {
        if (!beginsHere()) {
            at++;
            return;
        }
        if (isPlainWord()) {
            at = endOfWord();
            return;
        }
        Optional<Integer> none = NotMeasured.end(text, at);
        if (none.isPresent()) {
            at = Math.max(at + 1, none.get());
            return;
        }
        Optional<Integer> words =
                NumberWords.at(text, at).flatMap(run -> NotMeasured.inWords(text, run));
        if (words.isPresent()) {
            at = words.get();
            return;
        }
        Optional<Part> tolerance = toleranceAlone();
        Optional<Part> first = tolerance.isPresent() ? tolerance : part(at);
        if (first.isEmpty()) {
            at = endOfWord();
        } else {
            add(tolerance.isPresent() ? alone(first.get()) : measure(first.get()), written);
        }
    }

    /// A word, a digit or a sign begins where no word goes on.
    private boolean beginsHere() {
        char c = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean times = before == 'x' && at > 1 && Character.isDigit(text.charAt(at - 2));
        boolean free = times || !Character.isLetterOrDigit(before) && before != '^';
        boolean joined =
                at > 1
                        && (before == '-' || before == '.' || before == '/' || before == '_')
                        && Character.isLetterOrDigit(text.charAt(at - 2))
                        && Character.isDigit(c)
                        && !found.isEmpty()
                        && found.getLast().end() < plain.origin(at - 2);
        return free && !joined && (Character.isLetterOrDigit(c) || "-+±.§#".indexOf(c) >= 0);
    }

    /// Most words are no number and stand before none; nothing else needs to be tried with them.
    private boolean isPlainWord() {
        if (!Character.isLetter(text.charAt(at)) || NumberWords.mayBegin(text, at)) {
            return false;
        }
        if (MINUS.matcher(text).region(at, text.length()).lookingAt()
                || PLUS_MINUS.matcher(text).region(at, text.length()).lookingAt()) {
            return false;
        }
        int next = endOfWord();
        if (text.substring(at, next).chars().anyMatch(Character::isDigit)) {
            return false;
        }
        boolean joined =
                next < text.length()
                        && !Character.isWhitespace(text.charAt(next))
                        && next + 1 < text.length()
                        && Character.isLetterOrDigit(text.charAt(next + 1));
        while (next < text.length() && " .#\u00a0".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return !joined && !NumberWords.mayBegin(text, next);
    }

    private int endOfWord() {
        int end = at + 1;
        while (end < text.length()
                && Character.isLetterOrDigit(text.charAt(end))
                && Character.isLetterOrDigit(text.charAt(end - 1))) {
            end++;
        }
        return end;
    }

    private void add(Found one, String written) {
        int start = Math.min(one.start(), at);
        at = Math.max(one.end(), at + 1);
        found.add(
                new Found(
                        one.measure(),
                        plain.origin(start),
                        plain.origin(one.end()),
                        written.substring(plain.origin(start), plain.origin(one.end()))));
    }

    private Optional<Part> toleranceAlone() {
        Matcher sign = looking(PLUS_MINUS, at);
        return sign.lookingAt() && sign.end() > at && text.charAt(at) != ' '
                ? part(sign.end())
                : Optional.empty();
    }

    private Found alone(Part part) {
        Measure measure =
                new Measure(Relation.TOLERANCE, BigDecimal.ZERO, part.value(), part.unit());
        return new Found(measure, at, part.end(), "");
    }

    /// A range, a tolerance or one figure, with its relation.
    private Found measure(Part first) {
        Optional<Found> pair = tolerance(first).or(() -> range(first));
        if (pair.isPresent()) {
            return pair.get();
        }
        Optional<Relations.Said> before = Relations.before(text, first.start());
        Optional<Relations.Said> behind =
                before.isEmpty() ? Relations.behind(text, first.end()) : Optional.empty();
        Relation relation =
                before.or(() -> behind).map(Relations.Said::relation).orElse(Relation.EXACTLY);
        Measure measure = new Measure(relation, first.value(), first.value(), first.unit());
        return new Found(
                measure,
                before.map(Relations.Said::at).orElse(first.start()),
                behind.map(Relations.Said::at).orElse(first.end()),
                "");
    }

    private Optional<Found> tolerance(Part nominal) {
        Matcher sign = looking(PLUS_MINUS, nominal.end());
        if (!sign.lookingAt()) {
            return Optional.empty();
        }
        return part(sign.end())
                .filter(by -> sameUnit(nominal, by))
                .map(by -> pair(Relation.TOLERANCE, nominal, by));
    }

    private Optional<Found> range(Part low) {
        Matcher to = looking(TO, low.end());
        Optional<Part> high = to.lookingAt() ? part(to.end()) : Optional.empty();
        if (high.isEmpty()) {
            Matcher and = looking(AND, low.end());
            high = isBetween(low.start()) && and.lookingAt() ? part(and.end()) : Optional.empty();
        }
        return high.filter(h -> sameUnit(low, h) && low.value().compareTo(h.value()) < 0)
                .map(h -> pair(Relation.RANGE, low, h));
    }

    private boolean isBetween(int start) {
        return between(start) < start;
    }

    /// Where the `between` or `from` of a range begins; the start itself if there is none.
    private int between(int start) {
        int from = Math.max(0, start - BETWEEN_CHARS_MAX);
        Matcher between = BETWEEN.matcher(text).region(from, start).useTransparentBounds(true);
        return between.find() ? between.start() : start;
    }

    private static boolean sameUnit(Part first, Part second) {
        return first.unit().isEmpty() || first.unit().equals(second.unit());
    }

    private Found pair(Relation relation, Part first, Part second) {
        Measure measure = new Measure(relation, first.value(), second.value(), second.unit());
        int start = relation == Relation.RANGE ? between(first.start()) : first.start();
        return new Found(measure, start, second.end(), "");
    }

    /// A sign, a figure and its unit; empty if no figure begins here that measures something.
    private Optional<Part> part(int from) {
        Matcher minus = looking(MINUS, from);
        Matcher plus = looking(PLUS, from);
        boolean negative = minus.lookingAt() && isSign(from);
        int start = negative ? minus.end() : plus.lookingAt() ? plus.end() : from;
        return figure(start)
                .map(
                        figure -> {
                            Optional<Units.At> unit =
                                    unit(figure.end()).filter(u -> isUnitOf(u, figure));
                            return new Part(
                                    negative ? figure.value().negate() : figure.value(),
                                    unit.map(Units.At::code).orElse(""),
                                    from,
                                    unit.map(Units.At::end).orElse(figure.end()));
                        });
    }

    /// Behind a letter, a figure or a bracket it is a hyphen.
    private boolean isSign(int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && before != ')' || text.charAt(at) != '-';
    }

    private Optional<Figure> figure(int from) {
        if (from >= text.length()) {
            return Optional.empty();
        }
        char c = text.charAt(from);
        if (Character.isDigit(c) || c == '.') {
            return Character.isDigit(c) && NotMeasured.end(text, from).isPresent()
                    ? Optional.empty()
                    : Figures.written(text, from);
        }
        return NumberWords.at(text, from)
                .filter(run -> NotMeasured.inWords(text, run).isEmpty())
                .flatMap(run -> run.value().map(value -> new Figure(value, from, run.end(), true)));
    }

    /// A lone capital behind a number in words is a letter of a code: `zero V three`.
    private boolean isUnitOf(Units.At unit, Figure figure) {
        return !figure.inWords()
                || unit.end() - figure.end() != 2
                || !Character.isUpperCase(text.charAt(unit.end() - 1));
    }

    private Optional<Units.At> unit(int end) {
        int from = end;
        while (from < text.length()
                && from - end < 2
                && " \u00a0-".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return from < text.length() ? Units.at(text, from) : Optional.empty();
    }

    private Matcher looking(Pattern pattern, int from) {
        return pattern.matcher(text)
                .region(Math.min(from, text.length()), text.length())
                .useTransparentBounds(true);
    }
}
