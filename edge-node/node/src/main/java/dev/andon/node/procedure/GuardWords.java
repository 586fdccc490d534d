package dev.andon.node.procedure;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.WordFile;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The lists of `protected-LANGUAGE.txt` of all languages together: a node does not know in which
/// one it will be spoken to.
///
/// @param done confirmations of a safety step
/// @param verified confirmations of a proof, and of a safety step
/// @param values confirmations of a proof by what was read off
/// @param zero other words for it
/// @param moves what moves without passing
/// @param question begins a question
/// @param bypass makes a question an attempt to pass
record GuardWords(
        List<Pattern> done,
        List<Pattern> verified,
        List<Pattern> values,
        Pattern zero,
        Map<Move, Pattern> moves,
        Pattern question,
        Pattern bypass) {
    /// Words of one number, few enough that no sentence hides in it.
    private static final String NUMBER = "(?<n>[\\p{L}\\p{N}.-]+(?: [\\p{L}\\p{N}.-]+){0,3}?)";

    private static final String VALUE = "(?<v>.+?)";

    static GuardWords read() {
        List<WordFile> files =
                Language.known().stream()
                        .map(language -> "protected-" + language.code() + ".txt")
                        .map(name -> WordFile.read(GuardWords.class, name))
                        .toList();
        String around = "(?:" + joined(files, "courtesy") + ")";
        return new GuardWords(
                whole(files, "done", around),
                whole(files, "verified", around),
                whole(files, "value", around),
                Pattern.compile("(?iu)\\b(?:%s)\\b".formatted(written(files, "zero"))),
                Map.of(
                        new Move.Back(), any(files, "back", around),
                        new Move.Repeat(), any(files, "repeat", around),
                        new Move.Where(), any(files, "where", around),
                        new Move.Help(), any(files, "help", around),
                        new Move.Pause(), any(files, "pause", around),
                        new Move.Resume(), any(files, "resume", around),
                        new Move.Stop(), any(files, "stop", around)),
                Pattern.compile("(?:%s )*(?:%s)\\b.*".formatted(around, joined(files, "question"))),
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:%s)(?![\\p{L}\\p{N}])"
                                .formatted(joined(files, "bypass").replace("*", "\\p{L}*"))));
    }

    private static List<Pattern> whole(List<WordFile> files, String list, String around) {
        return files.stream()
                .flatMap(file -> file.lines(list).stream())
                .map(line -> phrase(around, Utterance.fold(line)))
                .toList();
    }

    private static Pattern any(List<WordFile> files, String list, String around) {
        return phrase(around, "(?:" + joined(files, list) + ")");
    }

    /// A phrase that is the whole of what was said, but for courtesies.
    private static Pattern phrase(String around, String phrase) {
        String named = phrase.replace("{n}", NUMBER).replace("{v}", VALUE);
        return Pattern.compile("(?:%s )*%s(?: %s)*".formatted(around, named, around));
    }

    private static String joined(List<WordFile> files, String list) {
        return Utterance.fold(written(files, list));
    }

    private static String written(List<WordFile> files, String list) {
        return files.stream()
                .flatMap(file -> file.lines(list).stream())
                .collect(Collectors.joining("|"));
    }
}
