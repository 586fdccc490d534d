package dev.andon.node.web;

import dev.andon.node.audio.WavSource;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.web.UploadHandler.Upload;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/// Makes the body of `POST /api/v1/ask` the beginning of a turn.
final class AskBody {
    private static final int CHARS_PER_WORD_MAX = 40;

    private AskBody() {}

    /// @param machine from the query; null if it has none
    /// @throws Problem.Refused the body is not a question
    /// @throws dev.andon.knowledge.StageException `audio`: the recording cannot be read
    static TurnInput read(Upload upload, @Nullable String machine, WebLimits limits) {
        return switch (upload.contentType()) {
            case "application/json" -> typed(upload, machine, limits);
            case "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave" ->
                    spoken(upload, machine);
            case "multipart/form-data" ->
                    spoken(upload, upload.machine() == null ? machine : upload.machine());
            default ->
                    throw new Problem(
                                    415,
                                    "unknown-body",
                                    "A question is JSON, a WAV file or a form with a WAV file,"
                                            + " not '"
                                            + upload.contentType()
                                            + "'.",
                                    "Content-Type",
                                    "Send application/json, audio/wav or multipart/form-data.")
                            .refused();
        };
    }

    private static TurnInput spoken(Upload upload, @Nullable String machine) {
        return new TurnInput.Spoken(
                WavSource.of(upload.body().getBytes(), "the recording"), machine);
    }

    private static TurnInput typed(Upload upload, @Nullable String machine, WebLimits limits) {
        try {
            JsonObject json = upload.body().toJsonObject();
            String question = text(json, "question");
            if (question == null || question.isBlank()) {
                throw invalid("The question is missing.", "question");
            }
            refuseTooLong(question, limits.questionWordsMax());
            String named = text(json, "machine");
            return new TurnInput.Typed(question.strip(), named == null ? machine : named);
        } catch (DecodeException | ClassCastException e) {
            throw invalid("The body is not a JSON object of texts.", "body");
        }
    }

    private static @Nullable String text(JsonObject json, String key) {
        return (String) json.getValue(key);
    }

    private static void refuseTooLong(String question, int wordsMax) {
        int words = question.strip().split("\\s+").length;
        if (words > wordsMax || question.length() > wordsMax * CHARS_PER_WORD_MAX) {
            throw new Problem(
                            413,
                            "question-too-long",
                            "The question is longer than " + wordsMax + " words.",
                            "question",
                            "Ask it shorter, or in two parts.")
                    .refused();
        }
    }

    private static Problem.Refused invalid(String what, String where) {
        return new Problem(
                        400,
                        "invalid-question",
                        what,
                        where,
                        "Send {\"question\": \"...\", \"machine\": \"...\"}; the machine may be"
                                + " left out.")
                .refused();
    }
}
