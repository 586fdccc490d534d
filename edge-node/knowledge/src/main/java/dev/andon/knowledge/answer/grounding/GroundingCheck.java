package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.answer.grounding.Token.Kind;
import dev.andon.knowledge.answer.grounding.Verdict.Grounded;
import dev.andon.knowledge.answer.grounding.Verdict.Rejected;
import dev.andon.knowledge.answer.grounding.Verdict.Replaced;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Decides of the sentences of one answer, in their order, whether the manual says the same. The
/// rules are in docs/grounding.md.
///
/// One check is for one answer: it remembers which safety notices and steps were said. Not for
/// several threads.
public final class GroundingCheck {
    private final List<String> texts;
    private final Statements statements;
    private final Replacement replacement;
    private final SafetyFirst safety = new SafetyFirst();

    /// @param passages that the sentences were made from; those of other models are left out
    public GroundingCheck(Question question, List<Passage> passages) {
        List<Passage> right = passages.stream().filter(p -> isOfModel(p, question)).toList();
        this.texts = right.stream().map(Passage::text).toList();
        this.statements = Statements.of(question, right);
        this.replacement = new Replacement(statements, Wording.of(question.text()));
    }

    /// What becomes of a sentence. Several sentences in one are each checked, and are spoken only
    /// if each of them may be.
    public Verdict check(String sentence) {
        Optional<String> unspeakable = Unspeakable.reason(sentence, texts);
        if (unspeakable.isPresent()) {
            return new Rejected(unspeakable.get());
        }
        List<String> parts = Statements.split(sentence);
        if (parts.size() == 1) {
            return one(sentence);
        }
        return together(parts.stream().map(this::one).toList());
    }

    private Verdict one(String sentence) {
        Wording wording = Wording.of(sentence);
        if (wording.content().isEmpty()) {
            return new Rejected("says nothing");
        }
        Optional<Token> unknown = unknownCode(wording);
        if (unknown.isPresent()) {
            return new Rejected("no passage has " + unknown.get().plain());
        }
        Verdict verdict = verbatim(wording, sentence);
        if (verdict instanceof Rejected && !wording.hasNegation()) {
            verdict = reworded(wording, sentence);
        }
        return verdict instanceof Rejected ? replaced(wording, sentence) : verdict;
    }

    private Verdict verbatim(Wording wording, String sentence) {
        for (StatedRow row : statements.rows()) {
            boolean headed = sentence.contains(row.table().header().getFirst() + ":");
            if (headed && row.isLegible() && Wording.of(row.verbatim()).isVerbatim(wording)) {
                return grounded(row, sentence);
            }
        }
        return statements.sentences().stream()
                .filter(stated -> stated.key().isEmpty() && stated.wording().isVerbatim(wording))
                .findFirst()
                .map(stated -> grounded(stated, sentence))
                .orElse(new Rejected("not verbatim"));
    }

    private Verdict reworded(Wording wording, String sentence) {
        for (StatedRow row : statements.rows()) {
            if (RowMatch.of(row, wording).says(statements.rows())) {
                return isOfTwoMachines(row) ? twoMachines() : grounded(row, sentence);
            }
        }
        return statements.sentences().stream()
                .filter(stated -> stated.says(wording))
                .findFirst()
                .map(stated -> grounded(stated, sentence))
                .orElse(new Rejected("no sentence or row says it"));
    }

    private Verdict grounded(StatedRow row, String sentence) {
        return row.around().agreeWith(sentence)
                ? new Grounded(row.citation())
                : new Rejected("another page or revision");
    }

    private Verdict grounded(Statement stated, String sentence) {
        if (!stated.around().agreeWith(sentence)) {
            return new Rejected("another page or revision");
        }
        return said(stated, new Grounded(stated.citation()));
    }

    private Verdict replaced(Wording wording, String sentence) {
        Optional<Statement> stated = replacement.sentence(wording);
        Optional<StatedRow> row = replacement.row(wording);
        boolean sentenceMeant = stated.filter(s -> replacement.isMeant(s, wording)).isPresent();
        if (row.isPresent() && !sentenceMeant) {
            if (isOfTwoMachines(row.get())) {
                return twoMachines();
            }
            return row.get().around().agreeWith(sentence)
                    ? new Replaced(row.get().verbatim(), row.get().citation())
                    : new Rejected("another page or revision");
        }
        return stated.filter(s -> s.around().agreeWith(sentence))
                .map(s -> said(s, new Replaced(s.verbatim(), s.citation())))
                .orElse(new Rejected("no sentence or row of the passages says it"));
    }

    /// A step comes behind its notices and its lock-out, and in its order.
    private Verdict said(Statement stated, Verdict verdict) {
        var section = stated.around().passage().section().blocks();
        if (!safety.isInOrder(stated.block(), section)) {
            return new Rejected("a step out of its order");
        }
        List<String> missing = safety.missingBefore(stated.block(), section);
        safety.say(stated.block(), section);
        if (missing.isEmpty()) {
            return verdict;
        }
        List<String> all = new ArrayList<>(missing);
        all.add(stated.verbatim());
        return new Replaced(String.join(" ", all), stated.citation());
    }

    /// All grounded, or all spoken in the manual's words; one that is refused refuses all.
    private static Verdict together(List<Verdict> verdicts) {
        List<String> words = new ArrayList<>();
        Optional<Citation> first = Optional.empty();
        boolean grounded = true;
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Grounded(var citation) -> {
                    words.add(citation.quote());
                    first = first.or(() -> Optional.of(citation));
                }
                case Replaced(var verbatim, var citation) -> {
                    grounded = false;
                    words.add(verbatim);
                    first = first.or(() -> Optional.of(citation));
                }
                case Rejected rejected -> {
                    return rejected;
                }
            }
        }
        Citation citation = first.orElseThrow();
        return grounded ? new Grounded(citation) : new Replaced(String.join(" ", words), citation);
    }

    private Optional<Token> unknownCode(Wording wording) {
        return wording.tokens().stream()
                .filter(token -> token.kind() == Kind.CODE)
                .filter(token -> !statements.have(token))
                .findFirst();
    }

    /// Whether a row of another machine's manual has the same names and says otherwise.
    private boolean isOfTwoMachines(StatedRow row) {
        List<String> models = row.around().passage().manual().models();
        return !row.key().isEmpty()
                && statements.rows().stream()
                        .filter(other -> Collections.disjoint(models, other.models()))
                        .filter(other -> !models.isEmpty() && !other.models().isEmpty())
                        .anyMatch(
                                other ->
                                        other.key().equals(row.key())
                                                && !other.cells().equals(row.cells()));
    }

    private static Verdict twoMachines() {
        return new Rejected("two machines have it, and say it differently");
    }

    private static boolean isOfModel(Passage passage, Question question) {
        List<String> models = passage.manual().models();
        return models.isEmpty()
                || question.models().isEmpty()
                || !Collections.disjoint(models, question.models());
    }
}
