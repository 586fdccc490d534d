package dev.andon.knowledge.measure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Figures that measure nothing: dates, times of day, codes, part numbers, threads, ordinals, and
/// the numbers of pages, figures, sections and steps, in figures or in words.
final class NotMeasured {
    private static final Pattern DATE =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z?)?|\\d{1,2}/\\d{1,2}/\\d{4}|\\d\\d/\\d{4}"
                            + "|\\d+(?:\\.\\d+){2,}(?!\\d|,\\d)"
                            + "|\\d{1,2}:\\d\\d(?! ?(?:h|hrs?|hours?|min|minutes?)\\b)(?::\\d\\d)?"
                            + "(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?");
    private static final Pattern SPOKEN_DATE =
            Pattern.compile(
                    "(?i)(?:January|February|March|April|May|June|July|August|September|October"
                            + "|November|December) (?:[a-z]+ )?[a-z]+(?:st|nd|rd|th|second)\\b,? ");

    /// Letters and digits in one word, joined as part numbers are.
    private static final Pattern MIXED =
            Pattern.compile(
                    "(?=[\\p{L}\\d./_+-]*\\d)(?=[\\p{L}\\d./_+-]*\\p{L})"
                            + "[\\p{L}\\d]+(?:[-./_+]+[\\p{L}\\d]+)*");
    private static final Pattern THREAD_LENGTH =
            Pattern.compile("(?: ?x ?\\d+(?:[.,]\\d+)?)+(?: ?mm\\b)?");
    private static final Pattern DASHED =
            Pattern.compile("\\d+(?:[./]\\d+)?(?:-\\d+(?:\\.\\d+)?)+");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th|er|e|ème)\\b");
    private static final Pattern POWER = Pattern.compile("\\d+(?:[.,]\\d+)?\\^-?\\d+");

    /// `E 42`, and `E forty two`; not `AND 42`.
    private static final Pattern CAPITALS =
            Pattern.compile(
                    "(?!(?:NOT|AND|OR|TO|AT|OF|BY|ON|OFF|MAX|MIN|THE|FROM|WITH|ONLY|MUST|FOR|ALL"
                            + "|DC|AC)\\b|A (?:hundred|thousand|million|dozen|quarter|half)\\b)"
                            + "\\p{Lu}{1,4} ");
    private static final Pattern CAPITAL_BEHIND = Pattern.compile(" (?!M\\b)[A-Z](?![\\p{L}'])");

    /// What follows is the number of something in a document.
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?iu)(?:pages?|pp?\\.|figures?|figs?\\.|tables?|tab\\.|sections?|sect?\\."
                            + "|chapters?|ch\\.|steps?|revision|rev\\.?|version|ver\\.|numbers?"
                            + "|nos?\\.|nr\\.|position|pos\\.|appendix|annex|fault|alarm|error"
                            + "|code|serial|article|message|seite|schritt|abschnitt|abbildung"
                            + "|abb\\.|tabelle|kapitel|étapes?|tableau|chapitre|§|#)\\s?");
    private static final Pattern REFERENCE_GOES_ON =
            Pattern.compile("(?: ?(?:to|and|or|of|,|-|bis|à|et|und) ?)(?=[\\p{L}\\d])");
    private static final Pattern CODE_GOES_ON =
            Pattern.compile("(?i),? ?(?:dash|point|dot|slash) ");
    private static final Pattern THREAD_GOES_ON =
            Pattern.compile("(?i),? ?(?:dash|point|dot|slash|by) ");
    private static final Pattern STEP_NUMBER = Pattern.compile("\\d{1,3}[.)]{1,2} (?=\\p{Lu})");
    private static final Pattern STEP_SAID = Pattern.compile("[.,] (?=\\p{Lu}|a )");
    private static final Pattern ABBREVIATED = Pattern.compile("\\p{Ll}+\\.(?=\\d)");
    private static final Pattern EXPONENT = Pattern.compile("(?i) to the power of (?:minus )?");

    private NotMeasured() {}

    /// Where something ends that begins here and measures nothing; empty if nothing does.
    static Optional<Integer> end(String text, int from) {
        Optional<Integer> step = stepNumber(text, from);
        if (step.isPresent()) {
            return step;
        }
        Matcher date = at(SPOKEN_DATE, text, from);
        if (date.lookingAt()) {
            return Optional.of(
                    NumberWords.at(text, date.end()).map(r -> r.end()).orElse(date.end()));
        }
        Matcher reference = at(REFERENCE, text, from);
        if (reference.lookingAt()) {
            return reference(text, reference.end());
        }
        Matcher capitals = at(CAPITALS, text, from);
        if (capitals.lookingAt()) {
            boolean thread = text.startsWith("M ", from);
            return number(text, capitals.end())
                    .filter(end -> !hasUnit(text, end))
                    .map(end -> rest(thread ? THREAD_GOES_ON : CODE_GOES_ON, text, end));
        }
        return Character.isDigit(text.charAt(from)) ? written(text, from) : mixed(text, from);
    }

    private static Optional<Integer> stepNumber(String text, int from) {
        boolean first = from == 0 || (from == 1 && text.charAt(0) == '(');
        Matcher step = at(STEP_NUMBER, text, from);
        if (first && step.lookingAt()) {
            return Optional.of(step.end() - 1);
        }
        return first
                ? NumberWords.at(text, from)
                        .map(NumberWords.Run::end)
                        .filter(end -> at(STEP_SAID, text, end).lookingAt())
                : Optional.empty();
    }

    /// Where a run of number words ends that makes no number, or that a code goes on behind.
    static Optional<Integer> inWords(String text, NumberWords.Run run) {
        Matcher power = at(EXPONENT, text, run.end());
        if (power.lookingAt()) {
            return NumberWords.at(text, power.end()).map(NumberWords.Run::end);
        }
        boolean dash = text.startsWith(" dash ", run.end());
        boolean letter =
                at(CAPITAL_BEHIND, text, run.end()).lookingAt()
                        && !text.startsWith(" P S I", run.end());
        boolean capital = letter && run.value().filter(v -> v.scale() <= 0).isPresent();
        return run.value().isEmpty() || dash || capital
                ? Optional.of(restOfCode(text, run.end()))
                : Optional.empty();
    }

    private static Optional<Integer> written(String text, int from) {
        for (Pattern pattern : new Pattern[] {DATE, ORDINAL, POWER}) {
            Matcher matcher = at(pattern, text, from);
            if (matcher.lookingAt()) {
                return Optional.of(matcher.end());
            }
        }
        Optional<Figures.Figure> figure = Figures.written(text, from);
        if (figure.isEmpty()) {
            return Optional.of(endOfWord(text, from));
        }
        int end = figure.get().end();
        boolean glued = end < text.length() && Character.isLetter(text.charAt(end));
        boolean times =
                text.startsWith("x", end) && !text.matches("(?s).{" + (end + 1) + "}\\p{L}.*");
        if (glued && !hasUnit(text, end) && !times) {
            return mixed(text, from);
        }
        return dashed(text, from);
    }

    /// 315-2 goes down: no range. So does 3/8-16.
    private static Optional<Integer> dashed(String text, int from) {
        Matcher dashed = at(DASHED, text, from);
        if (!dashed.lookingAt()) {
            return Optional.empty();
        }
        String[] parts = dashed.group().split("-", -1);
        boolean range =
                parts.length == 2
                        && !parts[0].contains("/")
                        && !parts[1].matches("0\\d+")
                        && Double.parseDouble(parts[0]) < Double.parseDouble(parts[1]);
        return range ? Optional.empty() : Optional.of(endOfWord(text, dashed.end() - 1));
    }

    private static Optional<Integer> mixed(String text, int from) {
        Matcher abbreviated = at(ABBREVIATED, text, from);
        if (abbreviated.lookingAt()) {
            return Optional.of(abbreviated.end());
        }
        Matcher mixed = at(MIXED, text, from);
        if (!mixed.lookingAt()) {
            return Optional.empty();
        }
        Matcher length = at(THREAD_LENGTH, text, mixed.end());
        boolean thread = mixed.group().startsWith("M") && length.lookingAt();
        return Optional.of(thread ? length.end() : mixed.end());
    }

    private static Optional<Integer> reference(String text, int from) {
        Optional<Integer> number = number(text, from);
        if (number.isEmpty() || hasUnit(text, number.get())) {
            return mixed(text, from);
        }
        int end = number.get();
        Matcher on = at(REFERENCE_GOES_ON, text, end);
        while (on.lookingAt()) {
            Optional<Integer> next = number(text, on.end()).filter(e -> !hasUnit(text, e));
            if (next.isEmpty()) {
                return Optional.of(end);
            }
            end = next.get();
            on = at(REFERENCE_GOES_ON, text, end);
        }
        return Optional.of(restOfCode(text, end));
    }

    private static int restOfCode(String text, int from) {
        return rest(CODE_GOES_ON, text, from);
    }

    private static int rest(Pattern joint, String text, int from) {
        int end = from;
        Matcher on = at(joint, text, end);
        while (on.lookingAt()) {
            Optional<Integer> next = number(text, on.end());
            if (next.isEmpty()) {
                return end;
            }
            end = next.get();
            on = at(joint, text, end);
        }
        return end;
    }

    private static Optional<Integer> number(String text, int from) {
        if (from < text.length() && Character.isDigit(text.charAt(from))) {
            int end = endOfWord(text, from);
            return Optional.of(end);
        }
        return NumberWords.at(text, from).map(NumberWords.Run::end);
    }

    private static boolean hasUnit(String text, int end) {
        int unit = text.startsWith(" ", end) || text.startsWith("\u00a0", end) ? end + 1 : end;
        return unit < text.length() && Units.at(text, unit).isPresent();
    }

    /// Behind the digits, and what points, commas and dashes join to them.
    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && isOfWord(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(String text, int at) {
        boolean joint =
                ".,-/".indexOf(text.charAt(at)) >= 0
                        && at + 1 < text.length()
                        && Character.isDigit(text.charAt(at + 1));
        return joint || Character.isDigit(text.charAt(at));
    }

    private static Matcher at(Pattern pattern, String text, int from) {
        return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
    }
}
