package dev.andon.node.redaction;

import dev.andon.config.register.AssetRegister;
import dev.andon.knowledge.answer.words.WordFile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// Takes out of a text what belongs to people. What it takes out is gone: nothing remembers it. A
/// text that was redacted stays as it is.
///
/// What belongs to the plant stays, whatever it looks like: a machine that is called Marguerite, a
/// fault code, a part's number. How often it errs is published in `docs/privacy.md`.
public final class Redactor implements UnaryOperator<String> {
    private static final WordFile FORMS = WordFile.read(Redactor.class, "forms.txt");

    private final PlantTerms plant;
    private final List<Finder> finders;

    /// @param roster of the people
    /// @param register of the plant
    public Redactor(Roster roster, AssetRegister register) {
        this.plant = new PlantTerms(register);
        List<Finder> all = new ArrayList<>();
        all.add(new NameFinder(roster));
        all.add(new PhoneFinder());
        all.add(new PatternFinder(Span.Kind.MAIL, FORMS.pattern("mail")));
        all.add(new PatternFinder(Span.Kind.BADGE, FORMS.pattern("badge")));
        all.add(new PlateFinder());
        this.finders = List.copyOf(all);
    }

    @Override
    public String apply(String text) {
        StringBuilder clean = new StringBuilder();
        int done = 0;
        for (Span span : spans(text)) {
            clean.append(text, done, span.start()).append(span.kind().mark());
            done = span.end();
        }
        return done == 0 ? text : clean.append(text, done, text.length()).toString();
    }

    /// What is taken out, in the order of the text.
    List<Span> spans(String text) {
        FoldedText folded = FoldedText.of(text);
        List<Span> kept = plant.find(folded);
        List<Span> found = new ArrayList<>();
        finders.stream()
                .flatMap(finder -> finder.find(folded).stream())
                .filter(span -> !belongsToThePlant(span, kept))
                .sorted(Comparator.comparing(Span::kind).thenComparing(Redactor::shorter))
                .forEach(span -> join(found, span));
        found.sort(Comparator.comparingInt(Span::start));
        return found;
    }

    private static boolean belongsToThePlant(Span span, List<Span> kept) {
        return span.sure()
                ? kept.stream().anyMatch(span::within)
                : kept.stream().anyMatch(span::overlaps);
    }

    private static int shorter(Span one, Span other) {
        return Integer.compare(other.end() - other.start(), one.end() - one.start());
    }

    /// What overlaps is one, of the kind that was found first.
    private static void join(List<Span> found, Span span) {
        Span joined = span;
        for (Span other : List.copyOf(found)) {
            if (other.overlaps(joined)) {
                found.remove(other);
                joined =
                        new Span(
                                Math.min(other.start(), joined.start()),
                                Math.max(other.end(), joined.end()),
                                other.kind(),
                                true);
            }
        }
        found.add(joined);
    }
}
