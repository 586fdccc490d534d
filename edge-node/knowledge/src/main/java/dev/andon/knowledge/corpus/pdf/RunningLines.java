package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.pdf.Margins.Margin;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which lines repeat from page to page, and which page number they print.
///
/// A line in the margin is running if its text without digits stands at the same height on two of
/// the four pages before or the four after. A number in the margin is the page's printed number if
/// a neighbouring page prints the neighbouring number; a file of one page is believed.
final class RunningLines {
    private static final int NEIGHBOURS = 4;
    private static final String ROMAN = "[ivxlcdm]{1,8}";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:^|.*?[\\s|–—-])(\\d{1,5})(?:\\s*(?:/|of|de|sur|von)\\s*\\d{1,5})?(?:\\s*[|–—-])?$");
    private static final Pattern NUMBER_IN_FRONT = Pattern.compile("^(\\d{1,5})[\\s|–—-].*");
    private static final Pattern CHAPTER_NUMBER =
            Pattern.compile("(?:^|.*\\s)((?:\\d{1,3}|[A-Z])[-–]\\d{1,4})$");
    private static final Pattern ROMAN_NUMBER =
            Pattern.compile("(?:(?:Page|Seite)\\s+)?(" + ROMAN + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE =
            Pattern.compile(
                    "(?:page|seite|p\\.|s\\.)?\\s*[–—-]?\\s*(?:\\d{1,5}|"
                            + ROMAN
                            + ")\\s*[–—-]?(?:\\s*(?:/|of|de|sur|von)\\s*\\d{1,5})?",
                    Pattern.CASE_INSENSITIVE);

    private final List<Margins> pages;
    private final List<Set<String>> keys;

    private RunningLines(List<Margins> pages) {
        this.pages = pages;
        keys =
                pages.stream()
                        .map(p -> p.lines().stream().map(Margin::key).collect(Collectors.toSet()))
                        .toList();
    }

    static RunningLines of(List<Margins> pages) {
        return new RunningLines(List.copyOf(pages));
    }

    /// Whether a line of a page is no part of its text.
    ///
    /// @param page from 0
    boolean isRunning(int page, Line line) {
        return line.segments().stream()
                .flatMap(part -> margin(page, part))
                .anyMatch(part -> repeats(page, part.key()) || isNumberLine(page, part));
    }

    private Stream<Margin> margin(int page, Line part) {
        return pages.get(page).lines().stream()
                .filter(margin -> margin.at() == part.baseline())
                .filter(margin -> margin.text().equals(part.text()));
    }

    private boolean repeats(int page, String key) {
        int count = 0;
        for (int at = page - NEIGHBOURS; at <= page + NEIGHBOURS; at++) {
            count += at != page && hasPage(at) && keys.get(at).contains(key) ? 1 : 0;
        }
        return count >= Math.min(2, pages.size() - 1) && count > 0;
    }

    private boolean isNumberLine(int page, Margin part) {
        String printed = printed(page);
        return printed != null
                && part.outermost()
                && part.text().toLowerCase(Locale.ROOT).contains(printed)
                && BARE.matcher(part.text()).matches();
    }

    private boolean hasPage(int page) {
        return page >= 0 && page < pages.size();
    }

    /// The number that a page prints; null if it prints none.
    ///
    /// @param page from 0
    @Nullable String printed(int page) {
        for (int number : numbers(page)) {
            if (pages.size() == 1 || continues(page, number)) {
                return Integer.toString(number);
            }
        }
        return named(page);
    }

    private boolean continues(int page, int number) {
        for (int away = 1; away <= 2; away++) {
            if (hasPage(page - away) && numbers(page - away).contains(number - away)
                    || hasPage(page + away) && numbers(page + away).contains(number + away)) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> numbers(int page) {
        List<Integer> numbers = new ArrayList<>();
        for (Margin margin : pages.get(page).lines()) {
            boolean bare = BARE.matcher(margin.text()).matches();
            if (bare && margin.outermost() || pages.size() > 1 && repeats(page, margin.key())) {
                for (Pattern pattern : List.of(NUMBER, NUMBER_IN_FRONT)) {
                    Matcher matcher = pattern.matcher(margin.text());
                    if (matcher.matches()) {
                        numbers.add(Integer.parseInt(matcher.group(1)));
                    }
                }
            }
        }
        return numbers;
    }

    /// A number by chapter (`3-12`) in a running line, or a Roman one that stands alone.
    private @Nullable String named(int page) {
        return pages.get(page).lines().stream()
                .map(
                        margin -> {
                            Matcher roman = ROMAN_NUMBER.matcher(margin.text());
                            if (margin.outermost() && roman.matches()) {
                                return roman.group(1).toLowerCase(Locale.ROOT);
                            }
                            Matcher chapter = CHAPTER_NUMBER.matcher(margin.text());
                            boolean numbered = chapter.matches() && repeats(page, margin.key());
                            return numbered ? chapter.group(1) : null;
                        })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
