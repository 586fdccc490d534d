package dev.andon.node.eval.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What was said before a task, and what a person answers in any.
///
/// @param scenes by name, the words that lead into it, typed one after the other, by language
/// @param answers by name, `yes`, by language
record DialogueScenes(
        Map<String, Map<String, List<String>>> scenes, Map<String, Map<String, String>> answers) {
    /// A procedure is read, at a step that protects people.
    static final String PROTECTED_STEP = "protected-step";

    /// The product's.
    static final DialogueScenes PRODUCT = read(DialogueSet.text("dialogue-scenes.json"));

    DialogueScenes {
        scenes = Map.copyOf(scenes);
        answers = Map.copyOf(answers);
    }

    /// The words that lead into a scene.
    List<String> before(String scene, String language) {
        return Objects.requireNonNull(
                Objects.requireNonNull(scenes.get(scene), scene).get(language), language);
    }

    /// The words of an answer.
    String answer(String name, String language) {
        return Objects.requireNonNull(
                Objects.requireNonNull(answers.get(name), name).get(language), language);
    }

    private static DialogueScenes read(String json) {
        try {
            return new JsonMapper().readValue(json, DialogueScenes.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
