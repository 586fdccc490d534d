package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.FactQuery;
import dev.andon.knowledge.corpus.fact.FactStore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The procedures of the current manuals, found by what a person calls them. Nothing is guessed:
/// one is meant only if its title has every word that says something.
public final class ProcedureBook {
    /// Procedures to choose from.
    public static final int CHOICE_MAX = 5;

    /// Titles that are named where none fits.
    public static final int NEAREST_MAX = 3;

    private final FactStore facts;

    /// The book of the manuals whose facts these are.
    public ProcedureBook(FactStore facts) {
        this.facts = facts;
    }

    /// What the words mean.
    ///
    /// @param models of the machine; empty for any
    /// @param words as a person says them, in any of the languages
    public FoundProcedures find(List<String> models, String words) {
        return find(models, words, List.of());
    }

    /// The same where machines are named among the words.
    ///
    /// @param names of machines as they were said, which no title needs to have
    public FoundProcedures find(List<String> models, String words, List<String> names) {
        CalledFor called = CalledFor.of(words, names);
        Best best = new Best();
        facts.each(
                new FactQuery(models, null, Set.of(FactKind.PROCEDURE)),
                (manual, fact) -> {
                    if (fact instanceof Fact.Procedure procedure) {
                        TitleFit fit = called.fit(manual, ProcedureText.heading(procedure));
                        best.add(fit, () -> ProcedureText.of(manual, procedure));
                    }
                });
        return best.found();
    }

    private record Fitting(TitleFit fit, ProcedureText procedure) {}

    /// The best so far, and how many fit as a whole.
    private static final class Best {
        private final List<Fitting> best = new ArrayList<>();
        private int whole;
        private int exact;

        void add(TitleFit fit, Supplier<ProcedureText> procedure) {
            whole += fit.whole() ? 1 : 0;
            exact += fit.exact() ? 1 : 0;
            boolean better = best.size() < CHOICE_MAX || fit.compareTo(best.getLast().fit()) > 0;
            if (fit.near() && better) {
                best.add(new Fitting(fit, procedure.get()));
                best.sort(Comparator.comparing(Fitting::fit).reversed());
            }
            if (best.size() > CHOICE_MAX) {
                best.removeLast();
            }
        }

        FoundProcedures found() {
            List<ProcedureText> procedures = best.stream().map(Fitting::procedure).toList();
            int fitting = exact > 0 ? exact : whole;
            if (fitting == 0) {
                return new FoundProcedures.None(
                        procedures.subList(0, Math.min(NEAREST_MAX, procedures.size())));
            }
            int listed = Math.min(fitting, procedures.size());
            return fitting == 1
                    ? new FoundProcedures.One(procedures.getFirst())
                    : new FoundProcedures.Several(procedures.subList(0, listed), fitting - listed);
        }
    }
}
