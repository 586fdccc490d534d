package dev.andon.node.eval.dialogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.eval.Program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads the tasks of a language, one JSON object a line.
final class DialogueSet {
    private static final JsonMapper JSON = new JsonMapper();

    private DialogueSet() {}

    /// The tasks of a language.
    ///
    /// @throws StageException `dialog`, `task-unusable`: a line that is no task
    static List<DialogueTask> tasks(String language, DialogueTask.Kind kind) {
        String name =
                switch (kind) {
                    case SPOKEN -> "dialogue-%s.jsonl";
                    case WORDINGS -> "dialogue-wordings-%s.jsonl";
                    case UNSEEN -> "dialogue-unseen-%s.jsonl";
                };
        String file = name.formatted(language);
        return read(file, text(file));
    }

    /// The tasks in these lines.
    ///
    /// @param source named in complaints
    /// @throws StageException as [#tasks]
    static List<DialogueTask> read(String source, String lines) {
        List<DialogueTask> tasks = new ArrayList<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                tasks.add(task(source, number, line));
            }
        }
        return tasks;
    }

    private static DialogueTask task(String source, int number, String line) {
        try {
            return complete(JSON.readValue(line, DialogueTask.class));
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new StageException(
                    Stage.DIALOG,
                    "task-unusable",
                    "%s, line %d cannot be used: %s; the form is told in the README of the question sets."
                            .formatted(source, number, broken.getMessage()),
                    broken);
        }
    }

    /// The reader leaves out what a line lacks, whether the task can do without or not.
    @SuppressWarnings("ConstantValue")
    private static DialogueTask complete(DialogueTask task) {
        if (task.id() == null || !task.id().matches("[a-z]{2}-[uw]?\\d+")) {
            throw new IllegalArgumentException("\"id\" must be such as en-017 or en-u017");
        }
        if (task.say() == null || task.say().isBlank()) {
            throw new IllegalArgumentException("\"say\" is missing");
        }
        if (task.scene() == null || !DialogueScenes.PRODUCT.scenes().containsKey(task.scene())) {
            throw new IllegalArgumentException(
                    "\"scene\" must be one of " + DialogueScenes.PRODUCT.scenes().keySet());
        }
        if (task.intent() == null || task.intent().equals("open") != (task.then() != null)) {
            throw new IllegalArgumentException(
                    "\"intent\" is missing, or \"then\", which openings have and nothing else");
        }
        return task;
    }

    /// The lines of a list of words beside the sets, without its comments.
    static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(Program.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
