package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.fact.LockOut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps the steps of one answer in their order, and behind the notices and the lock-out of their
/// section. Remembers what the answer has said already.
final class SafetyFirst {
    private final Set<String> said = new HashSet<>();
    private final Map<List<Block>, Integer> lastStep = new HashMap<>();

    /// What must be said before a block of a section, and was not: notices, then lock-out steps.
    List<String> missingBefore(Block block, List<Block> section) {
        List<String> missing = new ArrayList<>();
        if (!(block instanceof Step)) {
            return missing;
        }
        for (Block each : section) {
            if (each.equals(block)) {
                break;
            }
            safety(each).filter(text -> !said.contains(text)).ifPresent(missing::add);
        }
        return missing;
    }

    /// Whether a step comes right after the last one that was said, or is the first of its section
    /// to be said.
    boolean isInOrder(Block block, List<Block> section) {
        Integer last = lastStep.get(section);
        int at = steps(section).indexOf(block);
        return !(block instanceof Step) || last == null || at == last || at == last + 1;
    }

    void say(Block block, List<Block> section) {
        missingBefore(block, section).forEach(said::add);
        safety(block).ifPresent(said::add);
        int at = steps(section).indexOf(block);
        if (at >= 0) {
            lastStep.put(section, at);
        }
    }

    private static List<Block> steps(List<Block> section) {
        return section.stream().filter(Step.class::isInstance).toList();
    }

    private static Optional<String> safety(Block block) {
        return switch (block) {
            case Notice(var signal, var text, _) when signal != Signal.NOTICE ->
                    Optional.of(signal + ": " + text);
            case Step(_, var text, _) when LockOut.isStep(text) -> Optional.of(text);
            default -> Optional.empty();
        };
    }
}
