package dev.andon.knowledge.corpus.csv;

import java.util.List;
import java.util.regex.Pattern;

/// Knows the header of a fault list, in English, French and German.
final class FaultHeader {
    private static final List<Pattern> COLUMNS =
            List.of(
                    column(
                            "(?:fault|error|alarm|message|event)?\\s*(?:code|no\\.?|number|id)|code(?:"
                                + " d['’](?:erreur|alarme)| défaut)?|n°|numéro"
                                + "|(?:fehler|störungs|alarm|meldungs)?-?\\s?(?:code|nummer|nr\\.?)"),
                    column(
                            "meaning|description|fault|error|alarm|message|text|symptom|problem"
                                    + "|signification|désignation|défaut|panne|libellé|symptôme"
                                    + "|bedeutung|beschreibung|fehler|störung|meldung|benennung"),
                    column(
                            "(?:possible|probable)?\\s*causes?|reason|cause(?:s)?"
                                    + " (?:possible|probable)s?|(?:mögliche)?\\s*ursachen?"),
                    column(
                            "remed(?:y|ies)|action|solution|correction|corrective"
                                    + " action|measure|repair|remèdes?|mesures?|solutions?|action"
                                    + " corrective|abhilfe|behebung|maßnahmen?|lösung"));

    private FaultHeader() {}

    private static Pattern column(String words) {
        return Pattern.compile("(?i)(?:" + words + ")", Pattern.UNICODE_CASE);
    }

    /// Whether a row names at least two different columns of a fault list.
    static boolean is(List<String> row) {
        return COLUMNS.stream().filter(column -> names(row, column)).count() >= 2;
    }

    private static boolean names(List<String> row, Pattern column) {
        return row.stream().anyMatch(cell -> column.matcher(cell.strip()).matches());
    }
}
