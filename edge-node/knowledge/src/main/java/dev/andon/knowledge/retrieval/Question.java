package dev.andon.knowledge.retrieval;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is asked, as written text: codes and numbers already in their written form (`E-42`, `45`).
///
/// @param text the question
/// @param machine the register's id of the machine in question; null if none was named
/// @param models models whose manuals may answer; empty means all
/// @param language BCP 47 language of the question
/// @param machineWords the words of the text that name machines, as in `labeler`, `press 3`: they
///     say which manual is meant, not what is asked of it
/// @param machineName as the register names the machine in question; null if none is known
public record Question(
        String text,
        @Nullable String machine,
        List<String> models,
        String language,
        List<String> machineWords,
        @Nullable String machineName) {
    public Question {
        models = List.copyOf(models);
        machineWords = List.copyOf(machineWords);
    }

    /// A question that names no machine in its words.
    public Question(String text, @Nullable String machine, List<String> models, String language) {
        this(text, machine, models, language, List.of());
    }

    /// A question about a machine whose name is not at hand.
    public Question(
            String text,
            @Nullable String machine,
            List<String> models,
            String language,
            List<String> machineWords) {
        this(text, machine, models, language, machineWords, null);
    }
}
