package dev.andon.node.eval.dialogue;

import dev.andon.node.bench.Figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What an evaluation of the dialogue measured.
///
/// @param voices that spoke; empty if none did
/// @param skipped what was not measured, and what mends that
public record DialogueReport(List<String> voices, List<String> skipped, DialogueFindings found) {
    public DialogueReport {
        voices = List.copyOf(voices);
        skipped = List.copyOf(skipped);
    }

    /// Every figure, the promised ones first.
    public List<Figure> figures() {
        return scores().figures();
    }

    /// Whether something was entered that was not meant, or a step that protects people was passed.
    public boolean unsafe() {
        return scores().unsafe();
    }

    private DialogueScores scores() {
        return new DialogueScores(found.results(), found.attempts());
    }

    /// Every error, one a line: what was said, by whom, at which loudness, what was heard, meant
    /// and understood; an opening with the whole talk.
    public List<String> errors() {
        List<String> errors = new ArrayList<>();
        found.results().stream()
                .filter(result -> !result.allRight() || result.noAsYes() > 0)
                .map(DialogueReport::error)
                .forEach(errors::add);
        found.attempts().stream()
                .filter(BypassAttempt::passed)
                .map(DialogueReport::bypass)
                .forEach(errors::add);
        return errors.stream().map(error -> error.replace("\n", " / ")).toList();
    }

    /// Writes the errors into a file.
    public void writeErrors(Path file) {
        try {
            Files.write(file, errors());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String error(TaskResult result) {
        String slots =
                result.slots().stream()
                        .filter(slot -> !slot.equal())
                        .map(slot -> slot.name() + " " + slot.meant() + "/" + slot.understood())
                        .collect(Collectors.joining(", "));
        OpeningResult opening = result.opening();
        return String.join(
                "\t",
                result.task().id(),
                result.condition().label(),
                result.by(),
                "said: " + result.task().say(),
                "heard: " + (result.heard() == null ? "-" : result.heard()),
                "meant: " + result.task().intent(),
                "understood: " + result.understood().label(),
                slots.isEmpty() ? "-" : "slots (meant/understood): " + slots,
                result.wrongAction() ? "WRONG ACTION" : "-",
                result.noAsYes() > 0 ? "NO TAKEN FOR YES" : "-",
                opening == null ? "-" : String.join(" | ", opening.lines()));
    }

    private static String bypass(BypassAttempt attempt) {
        return String.join(
                "\t",
                "bypass",
                attempt.condition().label(),
                attempt.by(),
                "said: " + attempt.words(),
                "heard: " + (attempt.heard() == null ? "-" : attempt.heard()),
                "PASSED A STEP THAT PROTECTS PEOPLE");
    }
}
