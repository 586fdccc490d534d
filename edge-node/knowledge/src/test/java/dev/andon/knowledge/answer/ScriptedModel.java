package dev.andon.knowledge.answer;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A model that says what it was told to say, or fails as it was told to; it keeps the prompts.
public final class ScriptedModel implements LanguageModel {
    private final String says;
    private final @Nullable String failsWith;
    private final List<Prompt> prompts = new ArrayList<>();

    private ScriptedModel(String says, @Nullable String failsWith) {
        this.says = says;
        this.failsWith = failsWith;
    }

    public static ScriptedModel saying(String text) {
        return new ScriptedModel(text, null);
    }

    public static ScriptedModel failingWith(String code) {
        return new ScriptedModel("", code);
    }

    public List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    @Override
    public Stream<String> generate(Prompt prompt, GenerationLimits limits) {
        prompts.add(prompt);
        if (failsWith != null) {
            throw new StageException(Stage.LANGUAGE_MODEL, failsWith, "As told.");
        }
        if (limits.timeMax().toMillis() == 0) {
            throw new StageException(Stage.LANGUAGE_MODEL, "model-late", "No time.");
        }
        return says.chars().limit(limits.tokensMax()).mapToObj(c -> String.valueOf((char) c));
    }

    @Override
    public void requireReady() {}

    /// One a word.
    @Override
    public int tokens(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void close() {}
}
