package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.fact.LockOut;

import java.util.List;

/// What must be said before a step that is quoted alone: the dangers and warnings of its section,
/// and the lock-out steps that come before it. A step torn from its lock-out is no answer.
final class SafetyBefore {
    private SafetyBefore() {}

    /// The blocks to say first, in the order of the manual; none for what is no step.
    static List<Block> of(Candidate.Sentence sentence) {
        List<Block> section = sentence.passage().section().blocks();
        if (!(sentence.block() instanceof Step)) {
            return List.of();
        }
        int at = section.indexOf(sentence.block());
        return section.stream()
                .filter(
                        block ->
                                block instanceof Notice(Signal signal, _, _)
                                                && signal.compareTo(Signal.WARNING) <= 0
                                        || block instanceof Step(_, String text, _)
                                                && section.indexOf(block) < at
                                                && LockOut.isStep(text))
                .toList();
    }

    /// The words of such a block.
    static String said(Block block) {
        return switch (block) {
            case Notice(Signal signal, String text, _) ->
                    signal.name().charAt(0)
                            + signal.name().substring(1).toLowerCase(java.util.Locale.ROOT)
                            + ": "
                            + text;
            case Step(_, String text, _) -> text;
            default -> PassageText.render(List.of(block));
        };
    }
}
