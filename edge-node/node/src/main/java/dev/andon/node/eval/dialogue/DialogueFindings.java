package dev.andon.node.eval.dialogue;

import java.util.List;

/// All that was seen.
record DialogueFindings(List<TaskResult> results, List<BypassAttempt> attempts) {
    DialogueFindings {
        results = List.copyOf(results);
        attempts = List.copyOf(attempts);
    }
}
