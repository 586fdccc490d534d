package dev.andon.node.dialog;

import java.util.regex.Pattern;

/// How times are said in a language, in the form of [dev.andon.node.dialog.phrase.Tokens] with
/// numbers in digits.
///
/// @param now this moment
/// @param ago so long ago: groups `n` and `unit`, `half` of a unit more, `more` minutes
/// @param clock a time of the clock: groups `day` for yesterday, `h`, `m` or `m2`, `half` for what
///     is put on the hour, `half2` for the half of the day
record TimePatterns(Pattern now, Pattern ago, Pattern clock) {
    private static final TimePatterns ENGLISH =
            new TimePatterns(
                    Pattern.compile("(?:just |right )?now|just|this (?:moment|minute)"),
                    Pattern.compile(
                            "(?:since |for |about |for about |for the (?:last|past)"
                                    + " )?(?<n>\\d+|an?|half an?|(?:a )?quarter of an)"
                                    + " (?<unit>minute|hour|day)s?(?<half> and a half)?(?: and"
                                    + " (?<more>\\d+) minutes?)?(?: ago| back| now)?"),
                    Pattern.compile(
                            "(?<day>yesterday )?(?:since |at |from |around |about"
                                + " )?(?:(?<half>(?:half|(?:a )?quarter|[0-5]?\\d(?: minutes?)?)"
                                + " (?:past|to)) )?(?<h>\\d{1,2}|noon|midnight)(?:(?:["
                                + " :.]|(?<=\\b\\d)(?=0))(?<m>\\d{2}))?(?<m2>)(?: o ?clock|"
                                + " hundred)?(?: ?(?<half2>am|pm|a m|p m|in the"
                                + " (?:morning|afternoon|evening)))?"));

    /// "Depuis sept heures" is a time of the clock, "depuis deux heures" how long ago.
    private static final TimePatterns FRENCH =
            new TimePatterns(
                    Pattern.compile("(?:depuis )?(?:maintenant|a l instant|tout de suite)"),
                    Pattern.compile(
                            "(?!depuis (?:[5-9]|1\\d|2\\d) heures(?: et demie)?$)(?:depuis |il y a"
                                + " |ca fait )?(?:environ |a peu pres )?(?<n>\\d+|une?|une demi|un"
                                + " quart d) (?<unit>minute|heure|jour)s?(?<half> et demie)?(?: et"
                                + " (?<more>\\d+) minutes?)?"),
                    Pattern.compile(
                            "(?<day>hier )?(?:depuis |a |vers )?(?<h>\\d{1,2}|midi|minuit)(?:"
                                + " ?h(?:eures?)?(?: ?(?<m>\\d{1,2}))?|[ :.](?<m2>\\d{2}))?(?:"
                                + " (?<half>et demie|et quart|moins le quart|moins [0-5]?\\d))?(?:"
                                + " (?<half2>du matin|de l apres midi|du soir))?"));

    private static final TimePatterns GERMAN =
            new TimePatterns(
                    Pattern.compile("(?:seit )?(?:jetzt|gerade(?: eben)?|eben|soeben)"),
                    Pattern.compile(
                            "(?:seit |vor )?(?:etwa )?(?<n>\\d+|eine[rm]?|eine[rm]?"
                                + " halben|eine[rm]? viertel)"
                                + " ?(?<unit>minute|stunde|tag)e?n?(?<half>)(?: und (?<more>\\d+)"
                                + " minuten?)?"),
                    Pattern.compile(
                            "(?<day>gestern )?(?:seit |um |gegen )?(?:(?<half>halb|viertel"
                                + " (?:nach|vor)|[0-5]?\\d(?: minuten?)? (?:nach|vor)(?: halb)?)"
                                + " )?(?<h>\\d{1,2}|mittag|mitternacht)(?: uhr(?:"
                                + " (?<m>\\d{1,2}))?|[ :.](?<m2>\\d{2})(?: uhr)?)?(?:"
                                + " (?<half2>morgens|vormittags|nachmittags|abends))?"));

    /// Those of a language; English for one that has none.
    ///
    /// @param language BCP 47
    static TimePatterns of(String language) {
        return switch (language) {
            case "fr" -> FRENCH;
            case "de" -> GERMAN;
            default -> ENGLISH;
        };
    }
}
