package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.answer.words.Opposites;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the check knows of words. Whatever is not neutral must stand in the manual's sentence, and
/// nothing but neutral words may be left out of it: an unknown word is never let through.
final class Lexicon {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// They change nothing that a technician does.
    private static final Set<String> NEUTRAL =
            words(
                    """
                    a an the this that these those it its they them their there which is are was were
                    be been being has have had having you your should must shall will would need
                    needs needed to of for in on at as and with into onto from s do does please then
                    so
                    le la les l un une des du de d et est sont à au aux en pour sur vous doit
                    der die das den dem des ein eine einen einem einer und ist sind zu zum zur im am
                    mit auf für von wird werden muss\
                    """);

    /// Neutral, too, where a row of a table is said as a sentence.
    private static final Set<String> TELLING =
            words(
                    """
                    take takes require requires required amount amounts apply applies value values
                    mean means lie lies stand stands specified specification manual says gives says
                    give according prescribed calls use used uses between case\
                    """);

    /// A sentence with one of these is spoken in the manual's own words or not at all.
    private static final Set<String> NEGATION =
            words(
                    """
                    not never no cannot without nor neither none nobody nothing unless except only
                    avoid forbidden prohibited danger warning caution notice lockout tagout refrain
                    beware fail fails hardly ne pas jamais sans aucun aucune sauf danger attention
                    avertissement nicht nie niemals kein keine keinen ohne außer gefahr warnung
                    vorsicht\
                    """);

    private static final Map<String, String> SPELLINGS =
            Map.of(
                    "max", "maximum",
                    "min", "minimum",
                    "anti", "counter",
                    "litre", "liter",
                    "metre", "meter",
                    "labeler", "labeller");

    private Lexicon() {}

    static boolean isNeutral(String plain) {
        return NEUTRAL.contains(plain);
    }

    static boolean isTelling(String plain) {
        return TELLING.contains(plain);
    }

    static boolean isNegation(String plain) {
        return NEGATION.contains(plain);
    }

    static boolean isPolar(Token token) {
        return Opposites.hasOne(token.plain())
                || Opposites.hasOne(token.comparable())
                || NEGATION.contains(token.plain());
    }

    /// The stem, lightly: two words that it takes for one would let a wrong sentence through.
    static String comparable(String plain) {
        String spelled = SPELLINGS.getOrDefault(plain, plain);
        if (spelled.equals("oiled") || spelled.equals("greased") || spelled.length() < 4) {
            return spelled;
        }
        String stem = singular(spelled.replace("iz", "is").replace("yz", "ys"));
        stem = without(stem, "ing", 6);
        stem = without(stem, "ed", 5);
        stem = without(stem, "e", 4);
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.endsWith("s") && !word.matches(".*(ss|us|is)");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String without(String word, String ending, int lengthMin) {
        return word.length() >= lengthMin && word.endsWith(ending)
                ? word.substring(0, word.length() - ending.length())
                : word;
    }

    private static Set<String> words(String text) {
        return Set.of(SPACE.splitAsStream(text.strip()).distinct().toArray(String[]::new));
    }
}
