package dev.andon.knowledge.corpus.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few forms of clause in which it is plain what a figure is of; every other form tells
/// nothing.
///
/// - "The guide rail clearance must be ..."
/// - "Tighten the lid bolts crosswise to ..."
/// - "Align the door switch to a gap of ..."
/// - "Guide rail clearance: ..."
final class Grammar {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String ADVERBS = "(?: " + words("adverb") + ")*";
    private static final String OF =
            "(?: (?:an?|une?|eine[nm]?|the|la|le) (?:\\p{L}+ )?(?<quantity>"
                    + Quantities.WORDS
                    + ") (?:of|de|von))?";

    private static final Pattern STATES =
            Pattern.compile(
                    "^(?<thing>.+?)"
                            + ADVERBS
                            + " (?:"
                            + words("verb.states")
                            + ")"
                            + ADVERBS
                            + "(?: (?:between|from|within|at|by|entre|de|à|zwischen|bei|von))?$",
                    FLAGS);
    private static final Pattern SETS =
            Pattern.compile(
                    "^(?:"
                            + words("verb.sets")
                            + ")(?: (?<thing>.+?))?"
                            + ADVERBS
                            + " (?:"
                            + words("slot.sets")
                            + ")"
                            + OF
                            + "$",
                    FLAGS);
    private static final Pattern HAS =
            Pattern.compile(
                    "^(?<thing>.+?)"
                            + ADVERBS
                            + " (?:has|have|needs|requires|a(?= une? )|ont(?= une?"
                            + " )|hat|haben|besitzt)"
                            + OF
                            + "$",
                    FLAGS);
    private static final Pattern LABEL = Pattern.compile("^(?<thing>[^:]+?)\\s?:$");
    private static final Pattern NO_LABEL =
            Pattern.compile(
                    "^(?:"
                            + words("step.verify")
                            + "|"
                            + words("step.check")
                            + "|"
                            + words("lockout.step")
                            + "|"
                            + words("label.cause")
                            + "|"
                            + words("label.remedy")
                            + "|"
                            + words("verb.sets")
                            + "|note|notice|example|examples|exemple|beispiel|hinweis|remarque)\\b",
                    FLAGS);

    /// How it is done: "the bolts crosswise in three passes".
    private static final Pattern MANNER =
            Pattern.compile(" " + words("adverb") + "(?![\\p{L}]).*$", FLAGS);

    private Grammar() {}

    /// What the figure behind a clause is of.
    ///
    /// @param clause from its beginning to the figure
    /// @param heading what an order without an object is about; empty for nothing known
    static Optional<Subject> subject(String clause, String heading) {
        return label(clause)
                .or(() -> thing(HAS, clause))
                .or(() -> thing(STATES, clause))
                .or(() -> set(clause, heading))
                .flatMap(
                        subject ->
                                subject.isBareQuantity()
                                        ? under(heading, subject)
                                        : Optional.of(subject));
    }

    private static Optional<Subject> label(String clause) {
        Matcher matcher = LABEL.matcher(clause);
        return matcher.matches() && !NO_LABEL.matcher(clause).find()
                ? Subject.of(matcher.group("thing"))
                : Optional.empty();
    }

    private static Optional<Subject> thing(Pattern form, String clause) {
        Matcher matcher = form.matcher(clause);
        if (!matcher.matches() || NO_LABEL.matcher(clause).find()) {
            return Optional.empty();
        }
        return Subject.of(matcher.group("thing")).map(subject -> with(subject, matcher, form));
    }

    private static Optional<Subject> set(String clause, String heading) {
        Matcher matcher = SETS.matcher(clause);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String thing = matcher.group("thing");
        Optional<Subject> subject =
                Subject.of(thing == null ? heading : MANNER.matcher(thing).replaceFirst(""));
        return subject.map(found -> with(found, matcher, SETS));
    }

    private static Subject with(Subject subject, Matcher matcher, Pattern form) {
        String quantity =
                form.namedGroups().containsKey("quantity") ? matcher.group("quantity") : null;
        return quantity == null ? subject : new Subject(subject.name(), quantity);
    }

    private static Optional<Subject> under(String heading, Subject quantity) {
        return Subject.of(heading).map(subject -> new Subject(subject.name(), quantity.name()));
    }

    private static String words(String list) {
        return WordList.of(list).alternatives();
    }
}
