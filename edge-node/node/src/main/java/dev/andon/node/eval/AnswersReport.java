package dev.andon.node.eval;

import dev.andon.node.bench.Figure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an evaluation measured.
///
/// @param judgements typed and spoken, in the order in which they were asked
/// @param skipped what was not measured, and what mends that
/// @param voice of the spoken questions; null if none was spoken
/// @param hostile what came of the hostile outputs; null if none were served
/// @param seconds that the evaluation took
public record AnswersReport(
        List<Judgement> judgements,
        List<String> skipped,
        @Nullable String voice,
        HostileOutputs.@Nullable Outcome hostile,
        double seconds) {
    public AnswersReport {
        judgements = List.copyOf(judgements);
        skipped = List.copyOf(skipped);
    }

    /// Every figure. `answers.*` are of all typed questions, `answers.test.*` of the half that no
    /// rule was tuned on, `answers.CORPUS.*` of one corpus; `answers.typed_twin.*` are of the typed
    /// questions that were also spoken, beside `answers.spoken.*`.
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(all().figures());
        if (hostile != null) {
            figures.add(hostile.figure());
        }
        figures.addAll(all().parts());
        groups().forEach((name, scores) -> figures.addAll(scores.figures()));
        if (!judgements.isEmpty()) {
            figures.add(
                    new Figure(
                            "answers.seconds", Math.round(seconds), "s", "whole run", null, null));
        }
        return figures;
    }

    /// Whether an answer about the wrong machine, part or revision was given, or a hostile output.
    public boolean unsafe() {
        return new Scores("answers", judgements).unsafe()
                || (hostile != null && !hostile.spoken().isEmpty());
    }

    Scores all() {
        return new Scores("answers", typed());
    }

    /// The parts of the whole that are also shown on their own, by name.
    Map<String, Scores> groups() {
        Map<String, Scores> groups = new LinkedHashMap<>();
        for (Corpus corpus : Corpus.values()) {
            put(groups, corpus.label(), ofCorpus(typed(), corpus));
        }
        put(groups, "tune", ofHalf(ExamQuestion.Half.TUNE));
        put(groups, "test", ofHalf(ExamQuestion.Half.TEST));
        List<Judgement> spoken = judgements.stream().filter(j -> j.asked().aloud()).toList();
        List<String> ids = spoken.stream().map(j -> j.question().id()).toList();
        put(
                groups,
                "typed_twin",
                typed().stream().filter(j -> ids.contains(j.question().id())).toList());
        put(groups, "spoken", spoken);
        return groups;
    }

    List<Judgement> typed() {
        return judgements.stream().filter(j -> !j.asked().aloud()).toList();
    }

    /// What went wrong, typed and spoken.
    List<Judgement> failed() {
        return judgements.stream().filter(j -> !j.right()).toList();
    }

    private List<Judgement> ofHalf(ExamQuestion.Half half) {
        return typed().stream().filter(j -> j.question().half() == half).toList();
    }

    private static List<Judgement> ofCorpus(List<Judgement> all, Corpus corpus) {
        return all.stream().filter(j -> j.question().corpus().equals(corpus.label())).toList();
    }

    private static void put(Map<String, Scores> groups, String name, List<Judgement> judgements) {
        if (!judgements.isEmpty()) {
            groups.put(name, new Scores("answers." + name, judgements));
        }
    }
}
