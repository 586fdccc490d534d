package dev.andon.protocol;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the command `expertReply` brings: the words of an expert for whoever called him. The id of
/// the command is the id of the reply.
///
/// @param escalation that it answers
/// @param text his words
/// @param card a document of the library that goes with it; null for none
public record ExpertReply(String escalation, String text, @Nullable String card) {
    /// Name of the command.
    public static final String COMMAND = "expertReply";

    /// Characters of the words; more are refused.
    public static final int TEXT_CHARS_MAX = 2_000;

    /// Characters of the card's name; more are refused.
    public static final int CARD_CHARS_MAX = 200;

    private static final String ESCALATION = "escalation";
    private static final String TEXT = "text";
    private static final String CARD = "card";

    /// As the command's arguments.
    public Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put(ESCALATION, escalation);
        arguments.put(TEXT, text);
        if (card != null) {
            arguments.put(CARD, card);
        }
        return arguments;
    }

    /// Reads a command's arguments.
    ///
    /// @throws ProtocolException `missing-field`: no escalation, or no text; `too-large`
    public static ExpertReply of(Map<String, String> arguments) {
        String card = arguments.get(CARD);
        return new ExpertReply(
                required(arguments, ESCALATION, CARD_CHARS_MAX),
                required(arguments, TEXT, TEXT_CHARS_MAX),
                card == null || card.isBlank() ? null : bounded(CARD, card, CARD_CHARS_MAX));
    }

    private static String required(Map<String, String> arguments, String name, int charsMax) {
        String value = arguments.get(name);
        if (value == null || value.isBlank()) {
            throw new ProtocolException(
                    "missing-field", "%s has no argument %s.".formatted(COMMAND, name));
        }
        return bounded(name, value, charsMax);
    }

    private static String bounded(String name, String value, int charsMax) {
        if (value.length() > charsMax) {
            throw new ProtocolException(
                    "too-large",
                    "%s: %s has %d characters; %d are the most. Shorten it."
                            .formatted(COMMAND, name, value.length(), charsMax));
        }
        return value;
    }
}
