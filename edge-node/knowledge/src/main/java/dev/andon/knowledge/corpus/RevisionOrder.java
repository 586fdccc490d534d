package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of two revisions of one manual supersedes the other. The rule:
///
/// 1. `Revision`, `Rev.`, `Version`, `V`, `Issue`, `Edition`, `Ausgabe` and `Indice` in front are
///    dropped; case does not count.
/// 2. A revision is read as runs of digits and runs of letters; everything between them only
///    separates. `07/2024` and `15.07.2024` are read as year, month, day.
/// 3. From left to right numbers are compared as numbers (2.9 before 2.10), letters as drawings are
///    lettered (A, B, ... Z, AA, AB). Where one ends the other is later: C before C1. Zeros at the
///    end do not count: 2 is 2.0.
/// 4. A number against a letter, and words of more than two letters that differ, have no order.
///
/// Without an order, with equal revisions, or where a manual does not say its revision, nothing is
/// guessed, neither from the date nor from the file: the outcome is [Undecided].
public final class RevisionOrder {
    private static final Pattern PREFIX =
            Pattern.compile(
                    "^(REVISION|RÉVISION|REV|VERSION|VER|ISSUE|EDITION|ÉDITION|AUSGABE|INDICE"
                            + "|V(?=[. ]*\\d))[.: ]*");
    private static final Pattern DATE =
            Pattern.compile("(?:(\\d{1,2})[./])?(\\d{1,2})[./]((?:19|20)\\d{2})");
    private static final Pattern RUN = Pattern.compile("\\d+|\\p{L}+");
    private static final BigInteger ZERO = BigInteger.ZERO;

    private RevisionOrder() {}

    /// A revision and the file that it was read from.
    public record Filed(Manual manual, String file) {}

    /// The outcome for two revisions of one manual.
    public sealed interface Standing {}

    /// `newer` supersedes `older`.
    public record Supersedes(Filed newer, Filed older) implements Standing {}

    /// A person has to say it.
    ///
    /// @param problem names both files and says what to do
    public record Undecided(Filed one, Filed other, String problem) implements Standing {}

    /// Compares two manuals of the same id.
    public static Standing compare(Filed one, Filed other) {
        OptionalInt order = order(one.manual().revision(), other.manual().revision());
        if (order.isEmpty() || order.getAsInt() == 0) {
            return new Undecided(one, other, problem(one, other));
        }
        return order.getAsInt() > 0 ? new Supersedes(one, other) : new Supersedes(other, one);
    }

    private static String problem(Filed one, Filed other) {
        return """
        %s (%s) and %s (%s) are both the manual '%s', and their revisions do not say which \
        is later. Write the right 'revision:' into %s or %s.\
        """
                .formatted(
                        one.file(),
                        said(one.manual().revision()),
                        other.file(),
                        said(other.manual().revision()),
                        one.manual().id(),
                        one.file() + Sidecar.EXTENSION,
                        other.file() + Sidecar.EXTENSION);
    }

    private static String said(@Nullable String revision) {
        return revision == null ? "revision unknown" : "revision " + revision;
    }

    /// Negative: the first is earlier; 0: they are equal; empty: there is no order.
    static OptionalInt order(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return OptionalInt.empty();
        }
        List<String> a = runs(first);
        List<String> b = runs(second);
        if (a.isEmpty() || b.isEmpty()) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            OptionalInt order = orderOfRuns(a.get(i), b.get(i));
            if (order.isEmpty() || order.getAsInt() != 0) {
                return order;
            }
        }
        return OptionalInt.of(Integer.compare(a.size(), b.size()));
    }

    private static List<String> runs(String revision) {
        String upper = PassageText.oneLine(revision).toUpperCase(Locale.ROOT);
        String bare = PREFIX.matcher(upper).replaceFirst("");
        Matcher date = DATE.matcher(bare);
        if (date.matches()) {
            String day = date.group(1) == null ? "" : "-" + date.group(1);
            bare = date.group(3) + "-" + date.group(2) + day;
        }
        List<String> runs =
                new ArrayList<>(RUN.matcher(bare).results().map(r -> r.group()).toList());
        while (runs.size() > 1 && isZero(runs.getLast())) {
            runs.removeLast();
        }
        return runs;
    }

    private static boolean isZero(String run) {
        return isNumber(run) && new BigInteger(run).equals(ZERO);
    }

    private static boolean isNumber(String run) {
        return Character.isDigit(run.charAt(0));
    }

    private static OptionalInt orderOfRuns(String a, String b) {
        if (isNumber(a) != isNumber(b)) {
            return OptionalInt.empty();
        }
        if (isNumber(a)) {
            return OptionalInt.of(new BigInteger(a).compareTo(new BigInteger(b)));
        }
        if (a.equals(b)) {
            return OptionalInt.of(0);
        }
        if (a.length() > 2 || b.length() > 2) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(a.length() != b.length() ? a.length() - b.length() : a.compareTo(b));
    }
}
