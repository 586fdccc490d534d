package dev.andon.knowledge.llm.llamacpp;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/// The lines between parent and child: JSON in ASCII, one message a line. What the child says has a
/// prefix, since native code and the JVM write to the same output.
final class Wire {
    private static final String PREFIX = "@andon-llama ";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Wire() {}

    /// What the parent says.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Command.Load.class, name = "load"),
        @JsonSubTypes.Type(value = Command.Generate.class, name = "generate"),
        @JsonSubTypes.Type(value = Command.Count.class, name = "count"),
        @JsonSubTypes.Type(value = Command.Cancel.class, name = "cancel")
    })
    sealed interface Command {
        /// The first line, once.
        record Load(
                String model,
                int contextTokens,
                int threads,
                int gpuLayers,
                int batchTokens,
                boolean mapped)
                implements Command {}

        /// Continue a prompt; only when the one before has ended.
        record Generate(
                long id,
                String prompt,
                int tokensMax,
                int seed,
                float temperature,
                @Nullable String grammar)
                implements Command {}

        /// Count the tokens of a text; only when the request before has ended.
        record Count(long id, String text) implements Command {}

        /// Stop at the next token; of no effect if that generation has ended.
        record Cancel(long id) implements Command {}
    }

    /// What the child says.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Event.Loaded.class, name = "loaded"),
        @JsonSubTypes.Type(value = Event.NotLoaded.class, name = "not-loaded"),
        @JsonSubTypes.Type(value = Event.Piece.class, name = "piece"),
        @JsonSubTypes.Type(value = Event.Done.class, name = "done"),
        @JsonSubTypes.Type(value = Event.Counted.class, name = "counted"),
        @JsonSubTypes.Type(value = Event.Failed.class, name = "failed")
    })
    sealed interface Event {
        /// The model answers from now on.
        record Loaded() implements Event {}

        /// The model cannot be loaded; the child exits.
        record NotLoaded(String code, String message) implements Event {}

        /// A piece of the continuation.
        record Piece(long id, String text) implements Event {}

        /// The continuation has ended or was cancelled.
        record Done(long id) implements Event {}

        /// The text has so many tokens.
        record Counted(long id, int tokens) implements Event {}

        /// This request failed; the model still answers.
        record Failed(long id, String code, String message) implements Event {}

        /// Never on the wire: the child's output has ended.
        record Ended(String lastWords) implements Event {}
    }

    static String write(Command command) {
        return json(command);
    }

    static String write(Event event) {
        return PREFIX + json(event);
    }

    static Command readCommand(String line) {
        return parse(line, Command.class);
    }

    /// The event on a line of the child's output; null if the line is something else's.
    static @Nullable Event readEvent(String line) {
        int at = line.indexOf(PREFIX);
        return at < 0 ? null : parse(line.substring(at + PREFIX.length()), Event.class);
    }

    private static String json(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of our own is not JSON: " + message, e);
        }
    }

    private static <T> T parse(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the other side does not speak our protocol", e);
        }
    }
}
