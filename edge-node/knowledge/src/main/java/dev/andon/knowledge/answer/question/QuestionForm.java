package dev.andon.knowledge.answer.question;

import java.util.regex.Pattern;

/// The form of a question, read off its wording.
public enum QuestionForm {
    /// How something is done: `How do I ...`, `Replace the ...`.
    HOW_TO(
            "\\bhow (?:do|can|should|must|to|would)\\b|\\b(?:steps|procedure|instructions)\\b"
                    + "|^\\s*(?:replace|change|adjust|set|clean|remove|install|calibrate)\\b"),

    /// For the number by which a part is ordered.
    PART_NUMBER(
            "\\b(?:part|parts|order|ordering|article|spare part|catalogue|item)"
                    + " (?:number|no\\b|code)|\\b(?:référence|numéro de pièce)\\b"),

    /// For the interval of a work: `How often`, `When must the oil be changed`.
    HOW_OFTEN(
            "\\bhow often\\b|\\bwhat interval\\b"
                    + "|^\\s*when (?:do|does|must|should|is|are|has|have|shall)\\b"),

    /// How much of a substance, `How much oil`; never `How much does it cost`.
    HOW_MUCH("\\bhow much (?!does|do|is|was|will|would|can|could|time|longer)\\p{L}+"),

    /// What is done, or goes wrong, with a quantity in the words; no figure is wanted.
    NO_FIGURE(
            "^\\s*(?:why|where|when|who|can|may|is|are|do|does|if|must|should)\\b|\\bwhy\\b|\\bwhat"
                + " (?:do|can|should|must) (?:i|we) do\\b|\\bwhat to do\\b|\\bwhat"
                + " (?:is|are|gets|has to be|must be|should be) (?:done|checked)\\b|\\bwhat"
                + " (?:do|does) .*\\b(?:do|mean|need|set|control)\\b|^\\s*what (?:is|are) (?:an?"
                + " )?(?!the\\b)\\p{L}+ (?!for\\b|of\\b)[^?.,]*\\?\\s*$|\\bwhich"
                + " (?:setting|parameter|pin|option|button|switch|menu|file)\\b|\\btoo"
                + " (?:high|low|hot|cold|slow|fast)\\b|\\b(?:drops|keeps|rises|falls)\\b"),

    /// Something goes wrong: a statement, `The pump howls.`, or the question for its reason.
    SYMPTOM(
            "^\\s*(?!.*\\b(?:what|which|who|where|how|when is|until)\\b)"
                    + "(?:the|a|an|my|our|this|that|these|there|it|some|all|every|each|both|many"
                    + "|most|oil|water|air|one|no)\\b.*"
                    + "\\b(?:is|are|was|were|has|have|does|do|don't|doesn't|won't|will not|cannot"
                    + "|can't|goes?|\\p{L}{3,}s|\\p{L}{3,}ed)\\b"
                    + "|\\bwhy\\b|\\bwhat causes\\b"),

    /// A work of hands on the machine, for which only a procedure of that very work will do:
    /// `How do I replace the ...`.
    HANDS_ON(
            "\\b(?:replac|chang|swap|exchang|renew|adjust|clean|lubricat|greas|oil|reset|calibrat"
                + "|remov|mount|fit|assembl|dismantl|align|tension|repair|drain|fill|bleed|balanc"
                + "|level|grind|transport|lift)(?:e|s|ing|ate)?\\b");

    private final Pattern pattern;

    QuestionForm(String pattern) {
        this.pattern = Pattern.compile("(?iu)" + pattern);
    }

    /// Whether a question has this form; it may have several.
    boolean isOf(String question) {
        return pattern.matcher(question).find();
    }
}
