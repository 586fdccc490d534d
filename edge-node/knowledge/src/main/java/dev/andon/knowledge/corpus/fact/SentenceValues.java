package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.fact.Fact.Value;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the values that running text states. A figure without a unit, with a negation before it,
/// or without a thing that it plainly belongs to gives none: a wrong subject is worse than none.
final class SentenceValues {
    private static final Pattern CLAUSE_END =
            Pattern.compile(
                    "(?iu)[,;(]\\s+|(?<!\\d):\\s+(?=.)| (?:and then|and|then|et|puis|und|dann) (?="
                            + WordList.of("verb.sets").alternatives()
                            + ")");
    private static final Pattern LEAD_CHECK =
            Pattern.compile("(?iu).*" + WordList.of("lead.check").alternatives() + " ");
    private static final Pattern LEAD_CONDITION = WordList.of("lead.condition").first();
    private static final Pattern NEGATION = WordList.of("negation").anywhere();
    private static final Pattern CONDITION = WordList.of("condition").anywhere();
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "(?iu)^(?:$|[.,;:!?)].*|\\s(?:to|at|in|on|for|and|or|with|when|while|if|by|from|before|after"
                        + "|until|each|between|above|below|dry|lubricated|apart|only|maximum|minimum"
                        + "|at|as|per|without|then|again|\\(|à|pour|ou|et|sur|avant|après|environ|entre"
                        + "|bei|und|oder|nach|vor|betragen|sein|liegen|anziehen|einstellen|mit)"
                        + "(?![\\p{L}]).*|\\s[(–—-].*)");
    private static final Pattern NEXT = Pattern.compile("[,;.:]| (?:and|et|und) ");
    private static final int CONDITION_WORDS_MAX = 8;
    private static final int CONDITION_SHORT_WORDS_MAX = 4;

    private final Place place;

    SentenceValues(Place place) {
        this.place = place;
    }

    /// The values of a text, in its order.
    List<Value> in(Statement statement) {
        List<Value> values = new ArrayList<>();
        for (String sentence : Sentences.of(statement.text())) {
            List<Found> measured =
                    Measures.in(sentence).stream()
                            .filter(found -> !found.measure().unit().isEmpty())
                            .toList();
            for (Found found : measured) {
                value(statement, sentence, found).ifPresent(values::add);
            }
        }
        return values;
    }

    private Optional<Value> value(Statement statement, String sentence, Found found) {
        String left = sentence.substring(0, found.start()).stripTrailing();
        String right = sentence.substring(found.end());
        String clause = clause(left);
        if (NEGATION.matcher(clause).find() || !GOES_ON.matcher(right).matches()) {
            return Optional.empty();
        }
        Optional<Subject> subject = Grammar.subject(clause, statement.owner());
        return subject.map(
                thing ->
                        new Value(
                                thing.name(),
                                conditions(statement, left, clause, right),
                                quantity(thing, found.measure().unit()),
                                found.measure(),
                                found.written(),
                                place.span(statement.page(), quote(statement, sentence))));
    }

    private static String quantity(Subject thing, String unit) {
        return thing.quantity().isEmpty() ? Quantities.in(thing.name(), unit) : thing.quantity();
    }

    private static String quote(Statement statement, String sentence) {
        return statement.quote().isEmpty() ? sentence : statement.quote();
    }

    /// From the last beginning of a clause to the figure.
    private static String clause(String left) {
        Matcher end = CLAUSE_END.matcher(left);
        int from = 0;
        while (end.find()) {
            from = end.end();
        }
        return LEAD_CHECK.matcher(left.substring(from)).replaceFirst("");
    }

    private static List<String> conditions(
            Statement statement, String left, String clause, String right) {
        String lead = left.substring(0, left.length() - clause.length()).strip();
        return Stream.of(
                        statement.conditions().stream(),
                        lead(lead).stream(),
                        behind(right).stream())
                .flatMap(conditions -> conditions)
                .toList();
    }

    /// "Pressed with 50 N, ..."
    private static Optional<String> lead(String lead) {
        String condition = lead.endsWith(",") ? lead.substring(0, lead.length() - 1) : "";
        return LEAD_CONDITION.matcher(condition).find() && words(condition) <= CONDITION_WORDS_MAX
                ? Optional.of(condition)
                : Optional.empty();
    }

    /// "... at 20 °C", "..., lubricated".
    private static List<String> behind(String right) {
        List<String> conditions = new ArrayList<>();
        String[] parts = NEXT.split(right.strip() + " ", -1);
        String next = parts[0].strip();
        if (LEAD_CONDITION.matcher(next).find() && words(next) <= CONDITION_WORDS_MAX) {
            conditions.add(next);
        }
        if (parts.length > 1) {
            String after = parts[1].strip();
            if (CONDITION.matcher(after).find() && words(after) <= CONDITION_SHORT_WORDS_MAX) {
                conditions.add(after);
            }
        }
        return conditions;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
