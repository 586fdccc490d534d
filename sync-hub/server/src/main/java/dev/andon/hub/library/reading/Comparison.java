package dev.andon.hub.library.reading;

import dev.andon.hub.library.reading.RevisionDiff.Change;
import dev.andon.hub.library.reading.RevisionDiff.FaultChange;
import dev.andon.hub.library.reading.RevisionDiff.NoticeChange;
import dev.andon.hub.library.reading.RevisionDiff.SectionChange;
import dev.andon.hub.library.reading.RevisionDiff.ValueChange;
import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactExtractor;
import dev.andon.knowledge.corpus.fact.SectionText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Holds two revisions of a manual against each other. Pure: the same revisions always give the
/// same differences.
public final class Comparison {
    private final ReadManual older;
    private final ReadManual newer;
    private final List<Fact> factsBefore;
    private final List<Fact> factsAfter;

    private Comparison(ReadManual older, ReadManual newer) {
        this.older = older;
        this.newer = newer;
        this.factsBefore = facts(older);
        this.factsAfter = facts(newer);
    }

    /// What changed from the older to the newer.
    public static RevisionDiff of(ReadManual older, ReadManual newer) {
        Comparison comparison = new Comparison(older, newer);
        Map<String, Integer> before = counts(older);
        Map<String, Integer> after = counts(newer);
        int same =
                after.entrySet().stream()
                        .mapToInt(e -> Math.min(e.getValue(), before.getOrDefault(e.getKey(), 0)))
                        .sum();
        return new RevisionDiff(
                comparison.values(),
                comparison.faults(),
                comparison.notices(),
                comparison.sections(),
                same,
                newer.passages().size() - same,
                older.passages().size() - same);
    }

    private static List<Fact> facts(ReadManual manual) {
        List<SectionText> texts =
                manual.passages().stream().map(p -> new SectionText(p.path(), p.blocks())).toList();
        return FactExtractor.facts(texts).stream().map(found -> found.fact()).toList();
    }

    /// Passages by what they say under which headings.
    private static Map<String, Integer> counts(ReadManual manual) {
        Map<String, Integer> counts = new HashMap<>();
        manual.passages().forEach(p -> counts.merge(ManualReading.input(p), 1, Integer::sum));
        return counts;
    }

    // --- values

    private List<ValueChange> values() {
        Map<String, Stated> before = stated(factsBefore);
        Map<String, Stated> after = stated(factsAfter);
        return changes(
                before,
                after,
                (change, old, now) -> {
                    Stated one = Objects.requireNonNull(now == null ? old : now);
                    return new ValueChange(
                            change,
                            one.heading(),
                            one.what(),
                            old == null ? "" : old.written(),
                            now == null ? "" : now.written(),
                            one.page());
                });
    }

    /// Figures of one thing under one heading; a table row with a minimum and a maximum has
    /// several.
    private record Stated(String heading, String what, Set<String> figures, String page)
            implements Comparable {
        @Override
        public Object said() {
            return figures;
        }

        String written() {
            return String.join("; ", figures);
        }
    }

    private static Map<String, Stated> stated(List<Fact> facts) {
        Map<String, Stated> stated = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Value value) {
                String heading = last(value.span().path());
                String what = what(value);
                stated.computeIfAbsent(
                                plain(heading) + "|" + what,
                                _ ->
                                        new Stated(
                                                heading,
                                                what,
                                                new LinkedHashSet<>(),
                                                page(value.span().page())))
                        .figures()
                        .add(value.written());
            }
        }
        return stated;
    }

    private static String what(Fact.Value value) {
        List<String> parts = new ArrayList<>(List.of(value.subject()));
        if (!value.quantity().isEmpty()) {
            parts.add(value.quantity());
        }
        parts.addAll(value.conditions());
        return parts.stream().distinct().collect(Collectors.joining(", "));
    }

    // --- faults

    private List<FaultChange> faults() {
        return changes(
                faults(factsBefore),
                faults(factsAfter),
                (change, old, now) -> {
                    Said one = Objects.requireNonNull(now == null ? old : now);
                    return new FaultChange(
                            change,
                            one.name(),
                            old == null ? "" : old.text(),
                            now == null ? "" : now.text(),
                            one.page());
                });
    }

    private record Said(String name, String text, String page) implements Comparable {
        @Override
        public Object said() {
            return text;
        }
    }

    private static Map<String, Said> faults(List<Fact> facts) {
        Map<String, Said> faults = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Fault fault) {
                String name = fault.code().isEmpty() ? fault.meaning() : fault.code();
                List<String> all = new ArrayList<>(List.of(fault.meaning()));
                all.addAll(fault.causes());
                all.addAll(fault.remedies());
                String text =
                        all.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
                faults.merge(
                        name,
                        new Said(name, text, page(fault.span().page())),
                        (one, more) ->
                                new Said(one.name(), one.text() + "; " + more.text(), one.page()));
            }
        }
        return faults;
    }

    // --- notices

    private List<NoticeChange> notices() {
        return changes(
                notices(factsBefore),
                notices(factsAfter),
                (change, old, now) -> {
                    Said one = Objects.requireNonNull(now == null ? old : now);
                    return new NoticeChange(change, one.name(), one.page());
                });
    }

    private static Map<String, Said> notices(List<Fact> facts) {
        Map<String, Said> notices = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Notice notice) {
                String text = notice.signal() + ": " + notice.text();
                notices.putIfAbsent(text, new Said(text, text, page(notice.span().page())));
            }
        }
        return notices;
    }

    // --- sections

    private List<SectionChange> sections() {
        return changes(
                sections(older),
                sections(newer),
                (change, old, now) -> {
                    Section one = Objects.requireNonNull(now == null ? old : now);
                    return new SectionChange(
                            change, one.path(), one.page(), one.without(now == null ? null : old));
                });
    }

    private record Section(List<String> path, String page, List<String> passages)
            implements Comparable {
        @Override
        public Object said() {
            return String.join("\n", passages);
        }

        /// Passages that the other does not have.
        int without(@Nullable Section other) {
            return other == null
                    ? passages.size()
                    : (int) passages.stream().filter(p -> !other.passages().contains(p)).count();
        }
    }

    private static Map<String, Section> sections(ReadManual manual) {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (Chunk passage : manual.passages()) {
            String key =
                    passage.path().stream().map(Comparison::plain).collect(Collectors.joining("|"));
            sections.computeIfAbsent(
                            key,
                            _ ->
                                    new Section(
                                            passage.path(),
                                            page(passage.page()),
                                            new ArrayList<>()))
                    .passages()
                    .add(PassageText.render(passage.blocks()));
        }
        return sections;
    }

    // --- all of them

    /// Something of which both revisions may say another thing.
    private interface Comparable {
        Object said();
    }

    @FunctionalInterface
    private interface Told<T, C> {
        C tell(Change change, @Nullable T before, @Nullable T after);
    }

    /// Changed ones first, then what is gone, then what is new.
    private static <T extends Comparable, C> List<C> changes(
            Map<String, T> before, Map<String, T> after, Told<T, C> told) {
        List<C> changes = new ArrayList<>();
        after.forEach(
                (key, now) -> {
                    T old = before.get(key);
                    if (old != null && !old.said().equals(now.said())) {
                        changes.add(told.tell(Change.CHANGED, old, now));
                    }
                });
        before.forEach(
                (key, old) -> {
                    if (!after.containsKey(key)) {
                        changes.add(told.tell(Change.REMOVED, old, null));
                    }
                });
        after.forEach(
                (key, now) -> {
                    if (!before.containsKey(key)) {
                        changes.add(told.tell(Change.ADDED, null, now));
                    }
                });
        return changes;
    }

    private static String last(List<String> path) {
        return path.isEmpty() ? "" : path.getLast();
    }

    /// A heading without its number: a section that moved is the same section.
    private static String plain(String heading) {
        return heading.replaceFirst("^(?:[A-Z][.]?)?[0-9]+(?:[.][0-9]+)*[.]?\\s+", "");
    }

    private static String page(PageRef page) {
        Function<Integer, String> number = pdf -> pdf == 0 ? "" : pdf.toString();
        return page.printed() != null ? page.printed() : number.apply(page.pdf());
    }
}
