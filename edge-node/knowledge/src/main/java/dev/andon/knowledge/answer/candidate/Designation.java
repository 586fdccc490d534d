package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Asked.Kind;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Block;

import java.util.List;
import java.util.stream.Stream;

/// The code, the size or the name that a question is about, and how much of a candidate is about
/// it: what begins with it says more of it than what mentions it.
///
/// Of a list with an entry for each code (`M8 - ...`, `M9 - ...`) only the entry of the asked code
/// answers.
record Designation(Asked asked) {
    private static final double IN_HEADING_BONUS = 0.4;
    private static final double HEADS_SECTION_BONUS = 0.4;
    private static final double EARLY_BONUS = 0.6;
    private static final double LEADS_BONUS = 1;
    private static final double DEFINITION_BONUS = 0.4;
    private static final int FRAGMENT_WORDS_MAX = 4;

    /// What it adds to the score of a candidate.
    double bonus(Candidate candidate) {
        double bonus = isInHeadingOf(candidate) ? IN_HEADING_BONUS : 0;
        if (headsSectionOf(candidate)) {
            bonus += HEADS_SECTION_BONUS + early(candidate);
        }
        if (candidate instanceof Candidate.Sentence sentence) {
            bonus += isAbout(sentence) && leads(sentence) ? LEADS_BONUS : 0;
            bonus += defines(sentence) ? DEFINITION_BONUS : 0;
        }
        return bonus;
    }

    /// Whether a sentence is about another code of a list in which the asked one has its own entry,
    /// or begins with another code and lacks the asked one.
    boolean isOfAnother(Candidate candidate) {
        boolean designated = asked.hasDesignation() || !asked.names().isEmpty();
        if (!(candidate instanceof Candidate.Sentence sentence) || !designated) {
            return false;
        }
        LeadingCodes codes = LeadingCodes.of(text(sentence.block()));
        if (codes.isEmpty() || hasAsked(codes)) {
            return false;
        }
        return asked.hasDesignation() && lacksAsked(sentence)
                || isAbout(sentence)
                        && sentence.passage().section().blocks().stream()
                                .anyMatch(block -> hasAsked(LeadingCodes.of(text(block))));
    }

    /// Whether the heading of a candidate has it.
    boolean isInHeadingOf(Candidate candidate) {
        return asked.tokens().stream()
                .map(Words::canonical)
                .anyMatch(Words.canonicalTokens(candidate.passage().heading())::contains);
    }

    /// `M0, M1 Program Pause` is about M1, `The behaviour of M0, M1 and M60` also about others.
    private boolean headsSectionOf(Candidate candidate) {
        String heading = candidate.passage().heading();
        List<String> tokens = Words.tokens(heading);
        return hasAsked(LeadingCodes.of(heading))
                || !tokens.isEmpty()
                        && asked.tokens().stream()
                                .map(Words::canonical)
                                .anyMatch(Words.canonical(tokens.getFirst())::equals);
    }

    /// An instruction may turn M8 off with another code; what M8 is and does stands at M8.
    private boolean isAbout(Candidate.Sentence sentence) {
        return (asked.kind() == Kind.OPEN || asked.kind() == Kind.FAULT)
                && !new Condition(asked).isAsked()
                && !(sentence.block() instanceof Block.Notice);
    }

    /// Only what begins its block, or is set off by a sign, is said of the code itself.
    private boolean leads(Candidate.Sentence sentence) {
        LeadingCodes codes = LeadingCodes.of(sentence.text());
        boolean begins = text(sentence.block()).startsWith(sentence.text());
        return hasAsked(codes) && (begins || codes.defined());
    }

    private boolean lacksAsked(Candidate.Sentence sentence) {
        return asked.tokens().stream()
                .map(Words::canonical)
                .noneMatch(Words.canonicalTokens(sentence.text())::contains);
    }

    private boolean hasAsked(LeadingCodes codes) {
        return Stream.concat(asked.tokens().stream(), asked.names().stream()).anyMatch(codes::has);
    }

    /// Whether it begins with what was asked for by name, `MIN_FERROR = 0.01 - ...`.
    private boolean defines(Candidate.Sentence sentence) {
        return Sentences.words(sentence.text()) > FRAGMENT_WORDS_MAX
                && asked.names().stream().anyMatch(sentence.text()::startsWith);
    }

    /// A section says first what the thing is that heads it.
    private static double early(Candidate candidate) {
        if (!(candidate instanceof Candidate.Sentence sentence)) {
            return 0;
        }
        List<Block> blocks = candidate.passage().section().blocks();
        int at = blocks.indexOf(sentence.block());
        return at < 0 ? 0 : EARLY_BONUS * (1 - (double) at / blocks.size());
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph(String text, _) -> text;
            case Block.Item(String text, _) -> text;
            case Block.Step(_, String text, _) -> text;
            case Block.Heading _, Block.Notice _, Block.Figure _, Block.Table _ -> "";
        };
    }
}
