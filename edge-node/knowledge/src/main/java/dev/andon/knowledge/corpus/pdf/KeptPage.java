package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.pdf.PictureText.Recognised;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A recognised page as it lies on the disk: a line for each word and each rule, tabs between the
/// values.
final class KeptPage {
    private static final String RULE = "rule";

    private KeptPage() {}

    static void write(Path file, Recognised page) throws IOException {
        Stream<String> words = page.words().stream().map(KeptPage::line);
        Stream<String> rules = page.rules().stream().map(KeptPage::line);
        Files.write(file, Stream.concat(words, rules).toList());
    }

    static Recognised read(Path file) throws IOException {
        List<Word> words = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] part = line.split("\t", 5);
            if (part[0].equals(RULE)) {
                rules.add(rule(part));
            } else {
                words.add(word(part));
            }
        }
        return new Recognised(words, rules);
    }

    private static String line(Word word) {
        return "%s\t%s\t%s\t%s\t%s"
                .formatted(word.left(), word.right(), word.baseline(), word.size(), word.text());
    }

    private static String line(Rule rule) {
        return "%s\t%s\t%s\t%s\t%s"
                .formatted(RULE, rule.horizontal(), rule.at(), rule.from(), rule.to());
    }

    private static Word word(String[] part) {
        return new Word(
                part[4],
                Float.parseFloat(part[0]),
                Float.parseFloat(part[1]),
                Float.parseFloat(part[2]),
                Float.parseFloat(part[3]),
                PictureText.FACE);
    }

    private static Rule rule(String[] part) {
        return new Rule(
                Boolean.parseBoolean(part[1]),
                Float.parseFloat(part[2]),
                Float.parseFloat(part[3]),
                Float.parseFloat(part[4]));
    }
}
