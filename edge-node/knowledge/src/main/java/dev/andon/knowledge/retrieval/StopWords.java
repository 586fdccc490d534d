package dev.andon.knowledge.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words of a question that no manual can be found by: they carry its form, not its matter.
///
/// The languages are those that a technician may type; a question in another has no stop words, and
/// is still found by its rare words.
public final class StopWords {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<String> ENGLISH =
            words(
                    """
                    a about above after again all also am an and any anybody anyone are aren as at be
                    because been before being but by can cannot could couldn d did didn do does doesn
                    doing don each either else ever every everyone for from further get gets getting
                    give go goes going got had has have having he her here hers him his how i if in
                    into is isn it its itself just know let like ll m many may maybe me might mine
                    much must my myself need needs neither no nobody nor not now of off ok okay on
                    only or other our ours out over own please re really s same say says shall she
                    should show so some somebody someone something still such supposed sure t tell
                    than that the their them then there these they thing things this those though to
                    too us use used using ve very want wants was we well were what whatever when
                    where whether which while who whom whose why will with without won would yes yet
                    you your yours\
                    """);

    private static final Set<String> FRENCH =
            words(
                    """
                    a ai ainsi alors au aucun aussi autre aux avec avoir c ce cela ces cet cette ceux
                    chaque combien comme comment d dans de des dois doit donc dont du elle elles en
                    entre est et être eu fait faire faut il ils j je l la le les leur leurs lui m ma
                    mais me mes moi mon n ne nos notre nous on ont ou où par pas peut peux plus pour
                    pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son
                    sont sous sur t ta te tes ton tous tout toute toutes très tu un une vos votre vous
                    y\
                    """);

    private static final Set<String> GERMAN =
            words(
                    """
                    aber als am an auch auf aus bei bin bis bitte da damit dann das dass dem den der
                    des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
                    einen einer eines er es für habe haben hat hier ich ihr im in ist ja jede jeder
                    jedes kann kein keine können man mein mich mir mit muss müssen nach nicht noch nur
                    ob oder ohne sehr sein seine sich sie sind so soll sollte über um und uns unter
                    vom von vor wann warum was weil welche welchem welchen welcher welches wenn wer
                    werden wie wieviel wir wird wo woher wohin wurde zu zum zur\
                    """);

    private StopWords() {}

    /// The stop words of a language, in lower case.
    ///
    /// @param language BCP 47
    public static Set<String> of(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "en" -> ENGLISH;
            case "fr" -> FRENCH;
            case "de" -> GERMAN;
            default -> Set.of();
        };
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(SPACE.split(text.strip())));
    }
}
