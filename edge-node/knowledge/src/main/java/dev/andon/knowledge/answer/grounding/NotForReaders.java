package dev.andon.knowledge.answer.grounding;

import java.util.regex.Pattern;

/// Text in a manual that speaks to a machine that reads it, not to a technician. It is data as all
/// text, and besides no evidence: nothing that it says is spoken as an answer.
public final class NotForReaders {
    private static final Pattern SPEAKS_TO_A_MACHINE =
            Pattern.compile(
                    "(?iu)\\b(?:ignor\\w*|disregard\\w*|forget|overrid\\w*|bypass)\\b[^.]{0,40}"
                        + "\\b(?:instruction|prompt|rule|above|previous|prior|everything|guideline"
                        + "|context|manual)s?\\b|\\b(?:system|developer)"
                        + " ?prompt\\b|\\[/?inst\\]|<<?/?sys>>?|<\\|[a-z_]+\\|>|(?:^|[\\n"
                        + ">*#\\]])\\s*#*\\s*(?:system|assistant|user|human|developer)\\s*:|\\b(?:say|answer|reply|respond|tell"
                        + " (?:the|them|him|her|everyone))\\b[^.]{0,30}\\b(?:that|with|only|always)\\b|\\byou"
                        + " are (?:now|an?) |\\bact as\\b|\\bpretend\\b|\\brole ?play\\b|\\bas an?"
                        + " (?:ai|assistant)\\b|\\blanguage model\\b|\\bjailbreak\\b|\\bdan"
                        + " mode\\b|\\bnew"
                        + " (?:instruction|task|rule)s?\\b|</?(?:script|system|instructions?|style|div|span)\\b|<!--|\\bdeveloper"
                        + " mode\\b|\\bbegin (?:system|prompt)\\b"
                        + "|\\bignore[zr]?\\b[^.]{0,40}\\binstructions?\\b|\\boublie[zr]?\\b[^.]{0,40}\\b(?:instructions|consignes)\\b"
                        + "|[\"'](?:role|content|messages)[\"']\\s*:|\\b(?:ignoriere|vergiss)\\b|(?<![A-Za-z0-9+/=-])[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/=-])");

    private NotForReaders() {}

    /// Whether a text speaks to a machine.
    public static boolean isIt(String text) {
        return SPEAKS_TO_A_MACHINE.matcher(text).find();
    }
}
