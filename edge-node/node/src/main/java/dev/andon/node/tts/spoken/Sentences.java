package dev.andon.node.tts.spoken;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a reply can be cut: behind `.`, `!`, `?` and at line ends, but not behind an abbreviation,
/// the number of a step or the letter of a revision that goes on.
public final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?…]+[\"'”’)\\]]*(?=\\s)|\\R");
    private static final Pattern LAST_WORD = Pattern.compile("([\\w.]+)[.]$");
    /// A blank, or the number of a step.
    private static final Pattern NOTHING_YET =
            Pattern.compile("\\s*(?:\\(?(?:\\d{1,3}|[a-zA-Z])[.)])?\\s*");

    /// As far as one looks back and ahead; no abbreviation is longer.
    private static final int TAIL_CHARS = 24;

    /// Something always follows these.
    private static final Set<String> GOES_ON =
            Set.of(
                    "e.g", "i.e", "p", "pp", "fig", "figs", "sec", "sect", "ch", "chap", "tab",
                    "nr", "nos", "rev", "ver", "vol", "art", "app", "eq", "approx", "ca", "vs",
                    "cf", "pos", "dr", "mr", "mrs", "ms", "incl", "excl", "dia", "nom", "ref");

    /// A sentence may end with these; a capital behind them says so.
    private static final Set<String> MAY_END =
            Set.of(
                    "no", "max", "min", "etc", "temp", "qty", "resp", "assy", "a.m", "p.m", "h",
                    "s", "in", "pcs", "mfr", "dept", "hrs");

    private Sentences() {}

    /// The sentences in their order, stripped; none for blank text.
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int start = 0;
        while (end.find()) {
            if (isEnd(text, start, end.end())) {
                sentences.add(text.substring(start, end.end()).strip());
                start = end.end();
            }
        }
        sentences.add(text.substring(start).strip());
        sentences.removeIf(String::isBlank);
        return List.copyOf(sentences);
    }

    private static boolean isEnd(String text, int start, int end) {
        String tail = text.substring(Math.max(start, end - TAIL_CHARS), end);
        boolean nothingYet = end - start <= TAIL_CHARS && NOTHING_YET.matcher(tail).matches();
        int next = next(text, end);
        if (nothingYet || Character.isLowerCase(next)) {
            return false;
        }
        Matcher word = LAST_WORD.matcher(tail);
        if (!word.find()) {
            return true;
        }
        String last = word.group(1).toLowerCase(Locale.ROOT);
        boolean numberFollows = MAY_END.contains(last) && Character.isDigit(next);
        return !GOES_ON.contains(last) && !numberFollows;
    }

    /// The next character that is not blank; a line end if there is none.
    private static int next(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + TAIL_CHARS))
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .findFirst()
                .orElse('\n');
    }
}
