package dev.andon.node.machine.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.andon.mqtt.Payload;
import dev.andon.node.machine.MachineState;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// What a plain message says: `{"state": "stopped", "fault": "E-42", "at": "2026-03-14T08:30:00Z"}`
/// or the state alone, `stopped`. Other keys are passed over.
///
/// @param state `running`, `stopped` or `unknown`; a message without a byte says `unknown`
/// @param fault a text or a number; null for none
/// @param at a time with its offset from UTC, or milliseconds; null for none
/// @param complaint why a fault or a time was left out; null if none was
record PlainMessage(
        MachineState state, @Nullable String fault, @Nullable Long at, @Nullable String complaint) {
    /// Nobody needs more to say that a machine stands still.
    static final int BYTES_MAX = 8_192;

    private static final int FAULT_CHARS_MAX = 64;
    private static final int SHOWN_CHARS_MAX = 80;
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /// A message that says no state.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }

    /// @throws Unusable with cause and mend
    static PlainMessage read(Payload payload) throws Unusable {
        if (payload.length() > BYTES_MAX) {
            throw new Unusable(
                    "It has %,d bytes; %,d are the most.".formatted(payload.length(), BYTES_MAX));
        }
        String text = text(payload.bytes()).strip();
        return text.startsWith("{") ? object(text) : new PlainMessage(word(text), null, null, null);
    }

    private static String text(byte[] bytes) throws Unusable {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Unusable("It is not UTF-8.");
        }
    }

    private static MachineState word(String word) throws Unusable {
        return switch (word) {
            case "running" -> MachineState.RUNNING;
            case "stopped" -> MachineState.STOPPED;
            case "unknown", "" -> MachineState.UNKNOWN;
            default ->
                    throw new Unusable(
                            "'%s' is no state. Send running, stopped or unknown."
                                    .formatted(beginning(word)));
        };
    }

    private static PlainMessage object(String text) throws Unusable {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Unusable("It is not JSON: " + beginning(e.getOriginalMessage()));
        }
        JsonNode state = json.path("state");
        if (!state.isTextual() || state.textValue().isEmpty()) {
            throw new Unusable("It has no text 'state'. Send running, stopped or unknown.");
        }
        String fault = fault(json.path("fault"));
        Long at = at(json.path("at"));
        return new PlainMessage(word(state.textValue()), fault, at, complaint(json, fault, at));
    }

    private static @Nullable String fault(JsonNode node) {
        boolean usable = node.isTextual() || node.isIntegralNumber();
        String text = usable ? node.asText().strip() : "";
        return text.isEmpty() || text.length() > FAULT_CHARS_MAX ? null : text;
    }

    private static @Nullable Long at(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        try {
            return node.isTextual()
                    ? Long.valueOf(
                            OffsetDateTime.parse(node.textValue()).toInstant().toEpochMilli())
                    : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable String complaint(
            JsonNode json, @Nullable String fault, @Nullable Long at) {
        if (fault == null && json.hasNonNull("fault") && !isBlank(json.path("fault"))) {
            return "Its 'fault' is no text of at most %d characters and is left out."
                    .formatted(FAULT_CHARS_MAX);
        }
        return at == null && json.hasNonNull("at")
                ? "Its 'at' is no time such as 2026-03-14T08:30:00Z or milliseconds; the time of"
                        + " arrival counts."
                : null;
    }

    private static boolean isBlank(JsonNode node) {
        return node.isTextual() && node.textValue().isBlank();
    }

    private static String beginning(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.substring(0, Math.min(SHOWN_CHARS_MAX, line.length()));
    }
}
