package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.function.UnaryOperator;

/// The apostrophe: "I'll" would sound like "ill", so it is said in full; "don't" is "dont", which
/// the voice knows.
final class Contractions {
    private Contractions() {}

    static List<UnaryOperator<String>> rules() {
        return List.of(
                text -> text.replaceAll("(?i)\\bwon't\\b", "will not"),
                text -> text.replaceAll("(?i)\\bshan't\\b", "shall not"),
                text -> text.replaceAll("(?i)\\b(o)'(clock)\\b", "$1 $2"),
                text -> text.replaceAll("(?i)(?<=[a-z])'ll\\b", " will"),
                text -> text.replaceAll("(?i)(?<=[a-z])'re\\b", " are"),
                text -> text.replaceAll("(?i)(?<=[a-z])'ve\\b", " have"),
                text -> text.replaceAll("(?i)(?<=[a-z])'d\\b", " would"),
                text -> text.replaceAll("(?i)(?<=[a-z])'m\\b", " am"),
                text -> text.replaceAll("(?<=[a-zA-Z])'(?=[a-zA-Z])", ""),
                text -> text.replace("'", " "));
    }
}
