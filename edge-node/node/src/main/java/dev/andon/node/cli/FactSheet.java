package dev.andon.node.cli;

import dev.andon.config.register.Machine;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.FactKind;
import dev.andon.knowledge.corpus.fact.Span;
import dev.andon.knowledge.measure.Measure.Relation;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Facts for a person: by manual, by kind, by section. A minimum and a maximum whose range is there
/// are shown as the range.
final class FactSheet {
    private static final int COLUMNS = 100;
    private static final int SUBJECT_COLUMNS = 62;
    private static final int LABEL_COLUMNS = 18;

    private final PrintWriter out;
    private final Map<FactKind, List<Fact>> facts = new EnumMap<>(FactKind.class);
    private @Nullable Manual manual;
    private String section = "";
    private int count;

    FactSheet(PrintWriter out) {
        this.out = out;
    }

    /// Takes the next fact; all facts of a manual come one after the other.
    void add(Manual of, Fact fact) {
        if (!of.equals(manual)) {
            print();
            manual = of;
        }
        facts.computeIfAbsent(FactKind.of(fact), _ -> new ArrayList<>()).add(fact);
        count++;
    }

    /// Prints what is left, and how many facts there were.
    void end(Machine machine) {
        print();
        out.println(
                count == 0
                        ? "No such facts in the manuals of %s. If it has manuals, bring them in with: andon index PATH"
                                .formatted(machine.id())
                        : "%d facts".formatted(count));
    }

    private void print() {
        if (manual != null) {
            String revision = manual.revision() == null ? "?" : manual.revision();
            out.printf(
                    "%s, revision %s (%s, %s)%n",
                    manual.title(), revision, manual.id(), manual.documentClass().words());
            facts.forEach(this::print);
            out.println();
        }
        facts.clear();
    }

    private void print(FactKind kind, List<Fact> ofKind) {
        out.printf("%n  %s%n", (kind.name() + "S").toLowerCase(Locale.ROOT));
        section = "";
        List<Fact> shown = ofKind.stream().filter(fact -> !isEndOfARange(fact, ofKind)).toList();
        for (int i = 0; i < shown.size(); i++) {
            Fact fact = shown.get(i);
            sayPlace(fact.span());
            print(fact);
            boolean last = i + 1 == shown.size() || !shown.get(i + 1).span().equals(fact.span());
            if (last && fact instanceof Fact.Value) {
                out.println("        " + cut("“" + fact.span().quote() + "”", COLUMNS - 8));
            }
        }
    }

    private static boolean isEndOfARange(Fact fact, List<Fact> ofKind) {
        return fact instanceof Fact.Value value
                && (value.measure().relation() == Relation.AT_LEAST
                        || value.measure().relation() == Relation.AT_MOST)
                && ofKind.stream().anyMatch(other -> isRangeOf(other, value));
    }

    private static boolean isRangeOf(Fact other, Fact.Value end) {
        return other instanceof Fact.Value range
                && range.measure().relation() == Relation.RANGE
                && range.span().equals(end.span())
                && end.conditions().containsAll(range.conditions());
    }

    private void sayPlace(Span span) {
        String heading = span.path().isEmpty() ? "(no heading)" : span.path().getLast();
        String place = heading + ", " + page(span.page());
        if (!place.equals(section)) {
            section = place;
            out.println("    " + place);
        }
    }

    private static String page(PageRef page) {
        if (page.printed() == null) {
            return page.pdf() == 0 ? "no page" : "sheet " + page.pdf();
        }
        return "page " + page.printed();
    }

    private void print(Fact fact) {
        switch (fact) {
            case Fact.Value value -> print(value);
            case Fact.Fault fault -> print(fault);
            case Fact.Procedure procedure -> print(procedure);
            case Fact.Notice notice -> say(notice.signal().name(), notice.text());
        }
    }

    private void print(Fact.Value value) {
        List<String> names = new ArrayList<>();
        names.add(value.subject());
        names.addAll(value.conditions());
        String about = cut(String.join(", ", names), SUBJECT_COLUMNS);
        String quantity =
                value.quantity().isEmpty() || about.contains(value.quantity())
                        ? ""
                        : value.quantity() + " ";
        out.printf("      %-" + SUBJECT_COLUMNS + "s  %s%s%n", about, quantity, value.written());
    }

    private void print(Fact.Fault fault) {
        out.println("      " + (fault.code() + "  " + fault.meaning()).strip());
        fault.causes().forEach(cause -> say("cause", cause));
        fault.remedies().forEach(remedy -> say("remedy", remedy));
    }

    private void print(Fact.Procedure procedure) {
        out.println("      " + procedure.title());
        procedure.notices().forEach(notice -> say(notice.signal().name(), notice.text()));
        for (Fact.TypedStep step : procedure.steps()) {
            String type = step.type().name().toLowerCase(Locale.ROOT);
            say(type, step.number() + ". " + step.text());
        }
    }

    /// A label in the margin, the text beside it, further lines below.
    private void say(String label, String text) {
        String margin = label;
        for (String part : Wrapped.lines(text, COLUMNS - LABEL_COLUMNS)) {
            out.printf("        %-9s %s%n", margin, part);
            margin = "";
        }
    }

    private static String cut(String text, int columns) {
        String line = text.replace('\n', ' ');
        return line.length() <= columns ? line : line.substring(0, columns - 1) + "…";
    }
}
