package dev.andon.node.redaction;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.RegisterReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Sentences in which somebody has marked what belongs to a person.
final class LabelledSentences {
    private static final Pattern MARK = Pattern.compile("\\[\\[(\\w+)\\|(.+?)]]");

    private LabelledSentences() {}

    /// @param language `en`, `fr` or `de`
    /// @param half `tune` or `report`
    /// @param text without the marks
    /// @param truth what belongs to a person
    record Sentence(String language, String half, String text, List<Span> truth) {
        Sentence {
            truth = List.copyOf(truth);
        }
    }

    /// @param pieces of people in the sentences
    /// @param found of these, whole and of the right kind
    /// @param taken pieces taken out
    /// @param rightly of these
    record Score(int pieces, int found, int taken, int rightly) {
        static Score of(Redactor redactor, List<Sentence> sentences) {
            Score sum = new Score(0, 0, 0, 0);
            for (Sentence sentence : sentences) {
                sum = sum.plus(of(sentence.truth(), redactor.spans(sentence.text())));
            }
            return sum;
        }

        private static Score of(List<Span> truth, List<Span> taken) {
            long found =
                    truth.stream().filter(t -> taken.stream().anyMatch(s -> covers(s, t))).count();
            long right = taken.stream().filter(s -> truth.stream().anyMatch(s::overlaps)).count();
            return new Score(truth.size(), (int) found, taken.size(), (int) right);
        }

        private static boolean covers(Span taken, Span truth) {
            return truth.within(taken) && taken.kind() == truth.kind();
        }

        private Score plus(Score other) {
            return new Score(
                    pieces + other.pieces,
                    found + other.found,
                    taken + other.taken,
                    rightly + other.rightly);
        }

        double recall() {
            return pieces == 0 ? 1 : (double) found / pieces;
        }

        double precision() {
            return taken == 0 ? 1 : (double) rightly / taken;
        }
    }

    static Redactor redactor() {
        return new Redactor(Roster.read(file("roster.txt")), register());
    }

    static AssetRegister register() {
        return RegisterReader.read(file("plant.yaml"));
    }

    static List<Sentence> all() {
        try {
            return Files.readAllLines(file("sentences.tsv")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(LabelledSentences::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Sentence> half(String half) {
        return all().stream().filter(sentence -> sentence.half().equals(half)).toList();
    }

    private static Sentence parse(String line) {
        String[] parts = line.split("\t");
        StringBuilder text = new StringBuilder();
        List<Span> truth = new ArrayList<>();
        int done = 0;
        for (MatchResult mark : MARK.matcher(parts[2]).results().toList()) {
            text.append(parts[2], done, mark.start());
            int start = text.length();
            text.append(mark.group(2));
            Span.Kind kind = Span.Kind.valueOf(mark.group(1).toUpperCase(java.util.Locale.ROOT));
            truth.add(new Span(start, text.length(), kind, true));
            done = mark.end();
        }
        text.append(parts[2].substring(done));
        return new Sentence(parts[0], parts[1], text.toString(), truth);
    }

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(LabelledSentences.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
