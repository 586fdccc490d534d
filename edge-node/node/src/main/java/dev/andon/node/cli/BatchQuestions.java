package dev.andon.node.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.EdgeNode;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnReportCollector;
import dev.andon.node.turn.TurnTimings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Typed questions from a file, one JSON object a line, answered one JSON object a line in the same
/// order. A line that cannot be read is answered with its failure, and the rest goes on.
///
/// @param file of the questions
/// @param station where a line names no machine
record BatchQuestions(Path file, @Nullable String station) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Returns the exit code: 1 if any line failed.
    int ask(EdgeNode node, PrintWriter out) {
        int[] count = new int[2];
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(
                    line -> {
                        count[0]++;
                        if (!line.isBlank() && !answered(node, count[0], line, out)) {
                            count[1]++;
                        }
                    });
        } catch (IOException unreadable) {
            throw new StageException(
                    Stage.DIALOG,
                    "batch-unreadable",
                    "The questions cannot be read from " + file + ": " + unreadable.getMessage(),
                    unreadable);
        }
        return count[1] == 0 ? 0 : 1;
    }

    private boolean answered(EdgeNode node, int number, String line, PrintWriter out) {
        TurnReportCollector collector;
        try {
            JsonNode question = JSON.readTree(line);
            TurnInput input = input(number, question);
            collector =
                    new TurnReportCollector(question.path("id").asText("line-" + number), input);
            node.recordedTurn().run(input, new Conversation(), null, collector);
        } catch (JsonProcessingException broken) {
            collector = failed(number, "is not JSON (" + broken.getOriginalMessage() + ")");
        } catch (StageException refused) {
            collector = new TurnReportCollector("line-" + number);
            fail(collector, refused);
        }
        out.println(collector.report().toJson());
        out.flush();
        return collector.report().reply() != null;
    }

    private TurnInput input(int number, JsonNode question) {
        String text = question.path("question").asText("");
        if (text.isBlank()) {
            throw unusable(number, "has no \"question\"");
        }
        return new TurnInput.Typed(text, question.path("machine").asText(station));
    }

    private TurnReportCollector failed(int number, String what) {
        TurnReportCollector collector = new TurnReportCollector("line-" + number);
        fail(collector, unusable(number, what));
        return collector;
    }

    private StageException unusable(int number, String what) {
        return new StageException(
                Stage.DIALOG,
                "batch-line",
                "%s, line %d %s; write {\"id\": ..., \"question\": ...}"
                        .formatted(file, number, what));
    }

    private static void fail(TurnReportCollector collector, StageException failure) {
        collector.accept(new TurnEvent.Failed(failure));
        collector.accept(new TurnEvent.Finished(TurnTimings.NONE));
    }
}
