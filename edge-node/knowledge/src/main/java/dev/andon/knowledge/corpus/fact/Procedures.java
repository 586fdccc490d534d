package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.fact.Fact.Notice;
import dev.andon.knowledge.corpus.fact.Fact.Procedure;
import dev.andon.knowledge.corpus.fact.Fact.TypedStep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the procedures of a section: its runs of numbered steps, each with all notices of the
/// section, since a notice holds for whoever works there.
final class Procedures {
    /// One numbered line is an enumeration of one, not a procedure.
    private static final int STEPS_MIN = 2;

    private static final Pattern LOCKOUT = WordList.of("lockout.section").anywhere();
    private static final Pattern FIRST = Pattern.compile("1|a");

    private final Place place;

    Procedures(Place place) {
        this.place = place;
    }

    List<Procedure> in(List<Block> blocks) {
        List<Notice> notices =
                Notices.in(place, blocks).stream()
                        .sorted(Comparator.comparing(Notice::signal))
                        .toList();
        return runs(blocks).stream()
                .filter(run -> run.size() >= STEPS_MIN)
                .map(run -> procedure(run, notices))
                .toList();
    }

    /// A run ends where numbering begins anew. A long step stands in pieces, each with its number.
    private static List<List<Step>> runs(List<Block> blocks) {
        List<List<Step>> runs = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Step step) {
                boolean isPiece = !runs.isEmpty() && last(runs).number().equals(step.number());
                if (isPiece) {
                    Step begun = runs.getLast().removeLast();
                    String text = begun.text() + " " + step.text();
                    runs.getLast().add(new Step(step.number(), text, begun.page()));
                    continue;
                }
                if (runs.isEmpty() || FIRST.matcher(step.number()).matches()) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(step);
            }
        }
        return runs;
    }

    private static Step last(List<List<Step>> runs) {
        return runs.getLast().getLast();
    }

    private Procedure procedure(List<Step> run, List<Notice> notices) {
        boolean inLockout = LOCKOUT.matcher(place.heading()).find();
        List<TypedStep> steps =
                run.stream()
                        .map(s -> new TypedStep(s.number(), s.text(), StepTypes.of(s, inLockout)))
                        .toList();
        Step first = run.getFirst();
        String quote = PassageText.render(List.of(first));
        return new Procedure(place.heading(), notices, steps, place.span(first.page(), quote));
    }
}
