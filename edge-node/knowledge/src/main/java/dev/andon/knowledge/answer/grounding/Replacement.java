package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.answer.grounding.Token.Kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the row or the sentence of the manual that a wrong sentence was about.
final class Replacement {
    /// Of the words of both (Dice): below it, the sentence may be about something else.
    private static final double LIKENESS_MIN = 0.6;

    /// From here on a sentence is meant rather than a row that it names.
    private static final double LIKENESS_MEANT = 0.75;

    private static final int WORDS_MIN = 3;

    /// One word in this many must be of the row's names.
    private static final int NAMED_SHARE = 2;

    /// A row and what speaks for it.
    ///
    /// @param keyed 1 if the sentence has all names that tell the row from its table's others
    private record Scored(StatedRow row, int keyed, int named, int asked, int right) {}

    private final Statements statements;
    private final Wording question;

    Replacement(Statements statements, Wording question) {
        this.statements = statements;
        this.question = question;
    }

    /// The one row whose names the sentence has, more of them than any other's; the question's
    /// words decide between equals.
    Optional<StatedRow> row(Wording sentence) {
        List<Scored> scored =
                statements.rows().stream()
                        .filter(StatedRow::isLegible)
                        .map(row -> score(row, sentence))
                        .filter(row -> row.named() > 0 && hasCodes(row.row(), sentence))
                        .filter(row -> isIdentified(row.row(), sentence))
                        .filter(row -> isAbout(row, sentence))
                        .sorted(
                                Comparator.comparingInt(Scored::keyed)
                                        .thenComparingInt(Scored::named)
                                        .thenComparingInt(Scored::asked)
                                        .thenComparingInt(Scored::right)
                                        .reversed())
                        .toList();
        if (scored.isEmpty() || (scored.size() > 1 && isTie(scored.get(0), scored.get(1)))) {
            return Optional.empty();
        }
        return Optional.of(scored.getFirst().row());
    }

    /// The one sentence that has most of its words.
    Optional<Statement> sentence(Wording sentence) {
        return statements.sentences().stream()
                .filter(stated -> stated.wording().content().size() >= WORDS_MIN)
                .filter(stated -> stated.likeness(sentence) >= LIKENESS_MIN)
                .filter(stated -> hasCodes(stated, sentence))
                .max(Comparator.comparingDouble(stated -> stated.likeness(sentence)));
    }

    boolean isMeant(Statement stated, Wording sentence) {
        return stated.likeness(sentence) >= LIKENESS_MEANT;
    }

    private Scored score(StatedRow row, Wording sentence) {
        RowMatch match = RowMatch.of(row, sentence);
        boolean keyed = row.key().stream().allMatch(sentence::has);
        return new Scored(
                row,
                keyed ? 1 : 0,
                match.named(),
                RowMatch.of(row, question).named(),
                match.right());
    }

    /// A code says which row is meant; without one, the names of the row must be most of the words.
    private static boolean isAbout(Scored row, Wording sentence) {
        boolean coded =
                row.row().key().stream().anyMatch(t -> t.kind() == Kind.CODE && sentence.has(t));
        long words = sentence.content().stream().filter(t -> t.kind() == Kind.WORD).count();
        return coded || NAMED_SHARE * row.named() >= words;
    }

    private static boolean isTie(Scored one, Scored other) {
        return one.keyed() == other.keyed()
                && one.named() == other.named()
                && one.asked() == other.asked()
                && one.right() == other.right();
    }

    /// The first name of the row, or a name of two words, or a code.
    private static boolean isIdentified(StatedRow row, Wording sentence) {
        for (int column = 0; column < row.cells().size(); column++) {
            List<Token> name = row.isName(column) ? row.words(column).content() : List.of();
            boolean strong =
                    name.size() > 1
                            || name.stream().anyMatch(t -> t.kind() == Kind.CODE)
                            || column == 0 && name.stream().noneMatch(Lexicon::isPolar);
            if (!name.isEmpty() && strong && name.stream().allMatch(t -> sentence.has(t))) {
                return true;
            }
        }
        return false;
    }

    /// A sentence about another code is not about this row.
    private static boolean hasCodes(StatedRow row, Wording sentence) {
        return sentence.tokens().stream()
                .filter(t -> t.kind() == Kind.CODE)
                .allMatch(t -> row.has(t) || row.around().name(t));
    }

    private static boolean hasCodes(Statement stated, Wording sentence) {
        return sentence.tokens().stream()
                .filter(t -> t.kind() == Kind.CODE)
                .allMatch(
                        t ->
                                stated.wording().has(t)
                                        || stated.key().stream().anyMatch(t::says)
                                        || stated.around().name(t));
    }
}
