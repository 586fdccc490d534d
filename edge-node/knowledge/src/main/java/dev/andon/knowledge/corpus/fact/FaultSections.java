package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.fact.Fact.Fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads faults that stand under a heading of their own (`E-42 Vacuum lost`) or in a list.
///
/// A code at the beginning of a line is a fault's only below a heading that speaks of faults, or
/// with a word of its own before it (`Error 305`), or where causes and remedies are labelled.
final class FaultSections {
    private static final WordList FAULT_WORD = WordList.of("fault.word");
    private static final String CODE = "(\\p{Lu}{0,4}[-_ ]?\\p{Nd}{1,6}(?:[-.]\\p{Nd}{1,4})?)";
    private static final Pattern CODED =
            Pattern.compile(
                    "^(?:(?<word>"
                            + FAULT_WORD.alternatives()
                            + ") (?:no\\.? ?)?)?(?<code>"
                            + CODE
                            + ")(?:\\s*[:–—-]\\s+|\\s+)(?<text>\\p{L}.*)$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}[^\\p{Ll}]*");
    private static final Pattern CAUSE = label("label.cause");
    private static final Pattern REMEDY = label("label.remedy");
    private static final Pattern MEANING = label("label.meaning");

    private final Place place;

    FaultSections(Place place) {
        this.place = place;
    }

    private static Pattern label(String list) {
        return Pattern.compile(
                "^" + WordList.of(list).alternatives() + "\\s*:\\s*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    List<Fault> in(List<Block> blocks) {
        Optional<Coded> heading = Coded.of(place.path().isEmpty() ? "" : place.path().getLast());
        boolean amongFaults = place.isAmongFaults();
        if (heading.isPresent() && isFault(heading.get(), blocks, amongFaults)) {
            return List.of(ofHeading(heading.get(), blocks));
        }
        List<Fault> faults = new ArrayList<>();
        for (Block block : blocks) {
            listed(block)
                    .filter(coded -> amongFaults || coded.hasWord())
                    .ifPresent(coded -> faults.add(ofLine(coded, block)));
        }
        return faults;
    }

    private static boolean isFault(Coded heading, List<Block> blocks, boolean amongFaults) {
        boolean labelled =
                blocks.stream().map(FaultSections::text).anyMatch(FaultSections::isLabelled);
        return labelled || heading.hasWord() || amongFaults && heading.hasLetters();
    }

    private static boolean isLabelled(String text) {
        return CAUSE.matcher(text).find() || REMEDY.matcher(text).find();
    }

    private Fault ofHeading(Coded heading, List<Block> blocks) {
        Parts parts = new Parts();
        parts.meaning.append(heading.text());
        blocks.stream().map(FaultSections::text).forEach(parts::add);
        PageRef page = blocks.isEmpty() ? PageRef.NONE : blocks.getFirst().page();
        return new Fault(
                heading.code(),
                heading.text(),
                parts.causes,
                parts.remedies,
                place.span(page, place.path().getLast()));
    }

    private Fault ofLine(Coded coded, Block block) {
        Parts parts = new Parts();
        List<String> sentences = Sentences.of(coded.text());
        sentences.forEach(parts::add);
        String meaning =
                parts.causes.isEmpty() && parts.remedies.isEmpty()
                        ? coded.text()
                        : parts.meaning.toString();
        return new Fault(
                coded.code(),
                meaning,
                parts.causes,
                parts.remedies,
                place.span(block.page(), text(block)));
    }

    private static Optional<Coded> listed(Block block) {
        return block instanceof Block.Item || block instanceof Block.Paragraph
                ? Coded.of(text(block))
                        .filter(coded -> coded.divided() && coded.hasLetters() || coded.hasWord())
                : Optional.empty();
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph(var text, _) -> text;
            case Block.Item(var text, _) -> text;
            case Block.Step(_, var text, _) -> text;
            case Block.Notice _, Block.Heading _, Block.Table _, Block.Figure _ -> "";
        };
    }

    /// A line that begins with a code.
    private record Coded(String code, String text, boolean hasWord, boolean divided) {
        static Optional<Coded> of(String line) {
            Matcher matcher = CODED.matcher(line);
            if (!matcher.matches() || !isWrittenAsCode(matcher)) {
                return Optional.empty();
            }
            String divider = line.substring(matcher.end("code"), matcher.start("text"));
            return Optional.of(
                    new Coded(
                            matcher.group("code"),
                            matcher.group("text"),
                            matcher.group("word") != null,
                            !divider.isBlank()));
        }

        private static boolean isWrittenAsCode(Matcher matcher) {
            String code = matcher.group("code");
            boolean bare = Character.isDigit(code.charAt(0));
            return bare ? matcher.group("word") != null : CAPITALS.matcher(code).matches();
        }

        boolean hasLetters() {
            return Character.isLetter(code.charAt(0));
        }
    }

    /// What is said of a fault, sorted by the labels before it.
    private static final class Parts {
        private final StringBuilder meaning = new StringBuilder();
        private final List<String> causes = new ArrayList<>();
        private final List<String> remedies = new ArrayList<>();
        private String label = "";

        void add(String text) {
            if (text.isEmpty()) {
                return;
            }
            for (var known : List.of(CAUSE, REMEDY, MEANING)) {
                Matcher matcher = known.matcher(text);
                if (matcher.find()) {
                    label = known == CAUSE ? "cause" : known == REMEDY ? "remedy" : "";
                    put(text.substring(matcher.end()));
                    return;
                }
            }
            put(text);
        }

        private void put(String text) {
            switch (label) {
                case "cause" -> causes.addAll(FaultTables.parts(text));
                case "remedy" -> remedies.addAll(FaultTables.parts(text));
                default -> meaning.append(meaning.isEmpty() ? "" : " ").append(text);
            }
        }
    }
}
