package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.sqlite.ManualRows;
import dev.andon.knowledge.corpus.sqlite.PassageRun;
import dev.andon.knowledge.corpus.words.Stemming;
import dev.andon.knowledge.retrieval.RankFusion.Fused;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// The manuals that may answer: current, and for the question's models.
///
/// @param manuals by row id
/// @param runs the ids of their passages, in order, as few runs as there can be
/// @param manualsByFirstPassage row ids of all manuals by the first of their passages
record Scope(
        Map<Long, Manual> manuals,
        List<PassageRun> runs,
        NavigableMap<Long, Long> manualsByFirstPassage) {
    /// What the score of a passage in another language than the question's is multiplied by: some
    /// six ranks.
    private static final double FOREIGN = 0.9;

    /// A manual without models is for every machine; a question without models is about any.
    static Scope of(Transaction transaction, List<String> models) throws SQLException {
        return of(transaction, models, ManualRows.current(transaction));
    }

    /// The same with a staged revision in the place of what is served of its document.
    static Scope trying(Transaction transaction, List<String> models, String file)
            throws SQLException {
        return of(transaction, models, ManualRows.trying(transaction, file));
    }

    private static Scope of(Transaction transaction, List<String> models, Map<Long, Manual> serving)
            throws SQLException {
        Map<Long, Manual> manuals = new LinkedHashMap<>(serving);
        manuals.values().removeIf(manual -> !manual.appliesTo(models));
        Map<Long, PassageRun> runs = ManualRows.runs(transaction);
        NavigableMap<Long, Long> firsts = new TreeMap<>();
        runs.forEach((manual, run) -> firsts.put(run.first(), manual));
        return new Scope(manuals, merged(runs, manuals.keySet()), firsts);
    }

    /// Manuals that follow one another are one run.
    private static List<PassageRun> merged(Map<Long, PassageRun> all, Set<Long> manuals) {
        List<PassageRun> runs = new ArrayList<>();
        boolean open = false;
        for (Map.Entry<Long, PassageRun> manual : all.entrySet()) {
            boolean inside = manuals.contains(manual.getKey());
            if (inside) {
                long first = open ? runs.removeLast().first() : manual.getValue().first();
                runs.add(new PassageRun(first, manual.getValue().last()));
            }
            open = inside;
        }
        return List.copyOf(runs);
    }

    /// Puts passages of a manual that is known to be in another language behind others of nearly
    /// the same score; alone they are as good as any.
    ///
    /// @param language BCP 47, of the question
    /// @param fused best first
    List<Fused> preferring(String language, List<Fused> fused) {
        Set<Long> foreign = foreign(Stemming.of(language));
        if (foreign.isEmpty() || foreign.size() == manuals.size()) {
            return fused;
        }
        return fused.stream()
                .map(each -> foreign.contains(manualOf(each.passage())) ? lower(each) : each)
                .sorted(
                        Comparator.comparingDouble(Fused::score)
                                .reversed()
                                .thenComparingLong(Fused::passage))
                .toList();
    }

    private static Fused lower(Fused fused) {
        return new Fused(fused.passage(), fused.score() * FOREIGN);
    }

    private Set<Long> foreign(Stemming asked) {
        Set<Long> foreign = new HashSet<>();
        manuals.forEach(
                (id, manual) -> {
                    if (manual.language() != null && Stemming.of(manual.language()) != asked) {
                        foreign.add(id);
                    }
                });
        return foreign;
    }

    private Long manualOf(long passage) {
        Map.Entry<Long, Long> run = manualsByFirstPassage.floorEntry(passage);
        return run == null ? -1L : run.getValue();
    }

    Set<Long> ids() {
        return manuals.keySet();
    }

    /// The ids as a JSON array, for `json_each`.
    String json() {
        return manuals.keySet().toString();
    }
}
