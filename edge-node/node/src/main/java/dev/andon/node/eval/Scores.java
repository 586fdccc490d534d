package dev.andon.node.eval;

import dev.andon.knowledge.retrieval.Rankings;
import dev.andon.knowledge.retrieval.Rankings.Place;
import dev.andon.node.bench.Figure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// Makes figures of judgements. A share of nothing is no figure.
///
/// @param prefix of the figures' names, `answers` or `answers.linuxcnc`
/// @param judgements those that count
record Scores(String prefix, List<Judgement> judgements) {
    static final double REFUSED_MIN = 0.95;
    static final double FALSE_REFUSALS_MAX = 0.05;

    private static final int RANKS_MAX = 10;

    Scores {
        judgements = List.copyOf(judgements);
    }

    /// All figures of these judgements, the promised ones first.
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        retrieval("", Judgement::rank, figures);
        numericExact(figures);
        share(
                "refused_unanswerable",
                unanswerable(),
                refused(),
                Goal.atLeast(REFUSED_MIN),
                figures);
        share("false_refusals", answerable(), refused(), Goal.atMost(FALSE_REFUSALS_MAX), figures);
        count("wrong_machine", Judgement::wrongMachine, figures);
        count("wrong_revision", Judgement::wrongRevision, figures);
        share("right", judgements, Judgement::right, Goal.NONE, figures);
        share("citation_page_exact", answered(), Judgement::pageExact, Goal.NONE, figures);
        words(figures);
        return figures;
    }

    /// What each search finds on its own.
    List<Figure> parts() {
        List<Figure> figures = new ArrayList<>();
        retrieval("keyword_", part(Rankings::keyword), figures);
        retrieval("vector_", part(Rankings::vector), figures);
        retrieval("fused_", part(Rankings::fused), figures);
        return figures;
    }

    /// Whether something happened that must never happen.
    boolean unsafe() {
        return judgements.stream().anyMatch(j -> j.wrongMachine() || j.wrongRevision());
    }

    List<Judgement> answerable() {
        return judgements.stream().filter(j -> j.expect().answerable()).toList();
    }

    private List<Judgement> unanswerable() {
        return judgements.stream().filter(j -> j.expect().kind().equals("refusal")).toList();
    }

    /// The answers to what can be answered.
    private List<Judgement> answered() {
        return answerable().stream().filter(Judgement::answered).toList();
    }

    private static Predicate<Judgement> refused() {
        return judgement -> judgement.kind().equals("refusal");
    }

    private static ToIntFunction<Judgement> part(Function<Rankings, List<Place>> part) {
        return judgement -> {
            Rankings rankings = judgement.asked().rankings();
            return rankings == null ? 0 : judgement.rank(part.apply(rankings));
        };
    }

    private void retrieval(String part, ToIntFunction<Judgement> rank, List<Figure> figures) {
        List<Judgement> asked = answerable();
        if (asked.isEmpty()) {
            return;
        }
        int[] ranks = asked.stream().mapToInt(rank).toArray();
        String ranking = part.isEmpty() ? ", final ranking" : "";
        String of = "of " + ranks.length + " answerable questions" + ranking;
        for (int k : new int[] {1, 3, 5}) {
            double hits = 0;
            for (int r : ranks) {
                hits += r > 0 && r <= k ? 1 : 0;
            }
            add(
                    part + "hit" + k,
                    hits / ranks.length,
                    new Counted("share", of, Goal.NONE),
                    figures);
        }
        double reciprocal = 0;
        for (int r : ranks) {
            reciprocal += r > 0 && r <= RANKS_MAX ? 1.0 / r : 0;
        }
        add(part + "mrr", reciprocal / ranks.length, new Counted("mrr@10", of, Goal.NONE), figures);
    }

    private void numericExact(List<Figure> figures) {
        List<Judgement> numbers =
                answered().stream()
                        .filter(j -> j.question().category() == Category.NUMERIC)
                        .toList();
        share("numeric_exact", numbers, Judgement::valuesExact, Goal.atLeast(1), figures);
    }

    private void words(List<Figure> figures) {
        int[] words = answered().stream().mapToInt(Judgement::words).sorted().toArray();
        if (words.length > 0) {
            String of = "spoken, median of " + words.length + " answers";
            add(
                    "words_an_answer",
                    words[words.length / 2],
                    new Counted("words", of, Goal.NONE),
                    figures);
        }
    }

    private void count(String name, Predicate<Judgement> counted, List<Figure> figures) {
        if (!judgements.isEmpty()) {
            long count = judgements.stream().filter(counted).count();
            String of = "of " + judgements.size() + " questions";
            add(name, count, new Counted("answers", of, Goal.atMost(0)), figures);
        }
    }

    private void share(
            String name,
            List<Judgement> of,
            Predicate<Judgement> counted,
            Goal goal,
            List<Figure> figures) {
        if (!of.isEmpty()) {
            double share = (double) of.stream().filter(counted).count() / of.size();
            add(name, share, new Counted("share", "of " + of.size(), goal), figures);
        }
    }

    private void add(String name, double value, Counted counted, List<Figure> figures) {
        figures.add(
                new Figure(
                        prefix + "." + name,
                        Math.round(value * 1000) / 1000.0,
                        counted.unit(),
                        counted.against(),
                        counted.goal().value(),
                        counted.goal().met(value)));
    }

    /// How a figure was taken.
    private record Counted(String unit, String against, Goal goal) {}

    /// What a figure should reach.
    ///
    /// @param value null for none
    record Goal(@Nullable Double value, boolean atLeast) {
        static final Goal NONE = new Goal(null, true);

        static Goal atLeast(double value) {
            return new Goal(value, true);
        }

        static Goal atMost(double value) {
            return new Goal(value, false);
        }

        @Nullable Boolean met(double measured) {
            if (value == null) {
                return null;
            }
            return atLeast ? measured >= value : measured <= value;
        }
    }
}
