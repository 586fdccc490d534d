package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the codes of a question as the manuals write them.
///
/// What the question writes comes first. Groups that it divides otherwise than any manual does (`6
/// es7 315 2eh14`, `HP63/1004/02`, `E 4 2`) are put together where the manuals have the whole; and
/// where none has a fault's number, its twin without or with zeros before it counts (`E042` and
/// `E-42`).
///
/// @param transaction the moment that is searched
/// @param scope the manuals that may answer
record AskedCodes(Transaction transaction, Scope scope) {
    /// Codes that one question may hold; more are not looked up.
    static final int CODES_MAX = 12;

    /// Groups that are put together.
    private static final int GROUPS_MAX = 6;

    /// Groups of one question that are looked at; a longer list of numbers is no part number.
    private static final int LOOKED_AT_MAX = 48;

    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{1,3}");
    private static final Pattern LETTER_AND_DIGIT = Pattern.compile("(?=.*\\p{L})(?=.*\\p{Nd}).*");
    private static final Pattern BETWEEN = Pattern.compile("[\\h./_\u2010-\u2015\u2212*-]{1,3}");

    /// `M8 by 20`, `M8*20`, `M8 mal 20`.
    private static final Pattern TIMES =
            Pattern.compile(
                    "(?iu)(?<=\\bm\\d{1,2})\\h*(?:[x\u00d7*]|\\b(?:by|mal|fois|par)\\b)\\h*(?=\\d)");

    /// Writes screws as codes: `M8 by 20` as `M8x20`.
    static String withScrews(String question) {
        return TIMES.matcher(question).replaceAll("x");
    }

    /// Longest first; a code that is a part of a longer one is left to it.
    List<WrittenCode> of(String text) throws SQLException {
        List<WrittenCode> codes = new ArrayList<>(together(text));
        WrittenCode.in(text).stream().filter(code -> !isArticle(code)).forEach(codes::add);
        List<WrittenCode> kept = new ArrayList<>();
        codes.stream()
                .sorted(Comparator.comparingInt((WrittenCode c) -> -c.canonical().length()))
                .filter(code -> kept.stream().noneMatch(longer -> isPart(code, longer)))
                .limit(CODES_MAX)
                .forEach(kept::add);
        List<WrittenCode> read = new ArrayList<>();
        for (WrittenCode code : kept) {
            read.add(has(code.canonical()) ? code : twin(code));
        }
        return List.copyOf(read);
    }

    private static boolean isPart(WrittenCode code, WrittenCode longer) {
        return longer.canonical().equals(code.canonical())
                || (longer.written().contains(code.written())
                        && !longer.written().equals(code.written()));
    }

    /// `A 10 mm bolt` begins with no code, unless a manual has it.
    private boolean isArticle(WrittenCode code) {
        return code.written().startsWith("A ") && !hasOrFails(code.canonical());
    }

    /// Codes of the manuals that the question writes in other groups.
    private List<WrittenCode> together(String text) throws SQLException {
        List<MatchResult> groups = GROUP.matcher(text).results().limit(LOOKED_AT_MAX).toList();
        List<WrittenCode> found = new ArrayList<>();
        for (int first = 0; first < groups.size(); first++) {
            for (int last = lastTogether(text, groups, first); last > first; last--) {
                String written = text.substring(groups.get(first).start(), groups.get(last).end());
                String canonical = WrittenCode.canonical(written);
                if (LETTER_AND_DIGIT.matcher(canonical).matches()
                        && has(canonical)
                        && !isCodeBesideNumber(groups.subList(first, last + 1))) {
                    found.add(new WrittenCode(written, canonical));
                    first = last;
                }
            }
        }
        return found;
    }

    private static int lastTogether(String text, List<MatchResult> groups, int first) {
        int last = first;
        while (last + 1 < groups.size()
                && last - first + 1 < GROUPS_MAX
                && maybeGroup(groups.get(last).group())
                && maybeGroup(groups.get(last + 1).group())
                && BETWEEN.matcher(
                                text.substring(
                                        groups.get(last).end(), groups.get(last + 1).start()))
                        .matches()) {
            last++;
        }
        return last;
    }

    private static boolean maybeGroup(String group) {
        return LETTERS.matcher(group).matches() || group.chars().anyMatch(Character::isDigit);
    }

    /// `press 3 E-42 1 minute ago`: a number beside a whole code is no part of it.
    private boolean isCodeBesideNumber(List<MatchResult> groups) throws SQLException {
        boolean front = NUMBER.matcher(groups.getFirst().group()).matches();
        boolean back = NUMBER.matcher(groups.getLast().group()).matches();
        return (front && has(canonical(groups.subList(1, groups.size()))))
                || (back && has(canonical(groups.subList(0, groups.size() - 1))));
    }

    private static String canonical(List<MatchResult> groups) {
        StringBuilder canonical = new StringBuilder();
        groups.forEach(group -> canonical.append(WrittenCode.canonical(group.group())));
        return canonical.toString();
    }

    /// The manuals' code that differs by zeros before the number; the code itself if there is none,
    /// or more than one, which nobody may choose between.
    private WrittenCode twin(WrittenCode code) throws SQLException {
        List<String> twins =
                transaction.list(
                        """
                        select distinct c.canonical
                        from passage_code c join passage p on p.id = c.passage
                        where c.folded = ? and p.manual in (select value from json_each(?))
                        limit 2\
                        """,
                        row -> row.getString(1),
                        code.withoutZeros(),
                        scope.json());
        return twins.size() == 1 ? new WrittenCode(code.written(), twins.getFirst()) : code;
    }

    private boolean hasOrFails(String canonical) {
        try {
            return has(canonical);
        } catch (SQLException e) {
            throw transaction.failure(e);
        }
    }

    private boolean has(String canonical) throws SQLException {
        return transaction
                .first(
                        """
                        select 1 from passage_code c join passage p on p.id = c.passage
                        where c.canonical = ? and p.manual in (select value from json_each(?))
                        limit 1\
                        """,
                        row -> true,
                        canonical,
                        scope.json())
                .isPresent();
    }
}
