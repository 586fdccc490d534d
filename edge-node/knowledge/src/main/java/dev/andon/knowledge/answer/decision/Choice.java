package dev.andon.knowledge.answer.decision;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.Match;
import dev.andon.knowledge.answer.candidate.ValueRow;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.corpus.Manual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What follows from candidates that fit equally: two rows of one table are both answers, more of
/// them, or the manuals of different machines, are a question back.
public sealed interface Choice {
    /// Rows that are quoted together at most.
    int TOGETHER_MAX = 2;

    /// Choices that a person is offered at most.
    int OFFERED_MAX = 5;

    /// What a better place in the retrieval and the length of a row may add between equals.
    double APART_MAX = 0.2;

    /// Rows of the same code are equal whatever stands around them; less than a row's bonus.
    double APART_FAULT_MAX = 0.9;

    /// What the title of a manual says besides its machine.
    Pattern MANUAL_SUFFIX =
            Pattern.compile(
                    "(?iu),?\\s*(?:(?:service|maintenance|operating|user|instruction|repair)"
                            + " )?manual$|,?\\s*manuel d.(?:entretien|utilisation)$");

    /// These answer.
    record Clear(List<Candidate> candidates) implements Choice {
        public Clear {
            candidates = List.copyOf(candidates);
        }
    }

    /// The question fits all of these.
    record Unclear(String what, List<String> choices) implements Choice {
        public Unclear {
            choices = List.copyOf(choices);
        }
    }

    /// Decides among the ranked candidates, of which there is at least one.
    static Choice of(Asked asked, List<Match> ranked) {
        Match best = ranked.getFirst();
        List<Match> tied =
                ranked.stream()
                        .filter(match -> match.ties(best) && match.missing().equals(best.missing()))
                        .toList();
        Set<String> machines = machines(asked, ranked);
        if (machines.size() > 1) {
            return new Unclear("machine", limited(machines));
        }
        List<Candidate.Row> rows = rowsOfOneTable(asked.hasNoSubject() ? ranked : tied, best);
        if (asked.kind() != Asked.Kind.VALUE || rows.size() < 2) {
            return new Clear(List.of(best.candidate()));
        }
        return rows.size() <= TOGETHER_MAX ? new Clear(List.copyOf(rows)) : unclearRow(asked, rows);
    }

    /// The machines whose manuals fit equally; empty where the question named one.
    private static Set<String> machines(Asked asked, List<Match> ranked) {
        Set<String> machines = new LinkedHashSet<>();
        if (asked.question().machine() != null || asked.question().models().size() == 1) {
            return machines;
        }
        Match best = ranked.getFirst();
        Manual first = best.candidate().passage().manual();
        machines.add(machine(first));
        for (Match match : ranked) {
            Manual manual = match.candidate().passage().manual();
            boolean other = Collections.disjoint(manual.models(), first.models());
            if (other
                    && !manual.models().isEmpty()
                    && !first.models().isEmpty()
                    && near(asked, match, best)) {
                machines.add(machine(manual));
            }
        }
        return machines;
    }

    private static boolean near(Asked asked, Match match, Match best) {
        double apart = asked.kind() == Asked.Kind.FAULT ? APART_FAULT_MAX : APART_MAX;
        return match.missing().equals(best.missing()) && best.score() - match.score() <= apart;
    }

    private static List<Candidate.Row> rowsOfOneTable(List<Match> tied, Match best) {
        List<Candidate.Row> rows = new ArrayList<>();
        for (Match match : tied) {
            if (match.candidate() instanceof Candidate.Row row
                    && best.candidate() instanceof Candidate.Row first
                    && row.table().header().equals(first.table().header())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Choice unclearRow(Asked asked, List<Candidate.Row> rows) {
        Set<String> keys = new LinkedHashSet<>();
        for (Candidate.Row row : rows) {
            Optional<ValueRow> read = ValueRow.read(asked, row);
            read.filter(value -> !value.keys().isEmpty())
                    .ifPresent(value -> keys.add(value.keys().getFirst()));
        }
        return keys.size() < 2
                ? new Clear(List.copyOf(rows.subList(0, TOGETHER_MAX)))
                : new Unclear("one", limited(keys));
    }

    // What a manual is of, as a person would say it: its title less `service manual`.
    private static String machine(Manual manual) {
        String machine = MANUAL_SUFFIX.matcher(manual.title()).replaceAll("").strip();
        return machine.isEmpty() ? manual.title() : machine;
    }

    private static List<String> limited(Set<String> choices) {
        return choices.stream().limit(OFFERED_MAX).toList();
    }
}
