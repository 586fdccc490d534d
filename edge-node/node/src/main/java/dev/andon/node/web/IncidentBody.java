package dev.andon.node.web;

import dev.andon.config.source.Nearest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The body of a request about an incident, one key at a time.
///
/// @param json as it came
record IncidentBody(JsonObject json) {
    private static final int BYTES_MAX = 64 << 10;
    private static final int CHARS_MAX = 4_000;

    /// @param keys that it may have
    /// @throws Problem.Refused it is no JSON object, or has another key
    static IncidentBody read(Buffer body, Set<String> keys) {
        if (body.length() > BYTES_MAX) {
            throw new Problem(
                            413,
                            "too-large",
                            "The body is larger than 64 KiB.",
                            "body",
                            "Shorten the texts.")
                    .refused();
        }
        try {
            JsonObject json = body.toJsonObject();
            for (String key : json.fieldNames()) {
                if (!keys.contains(key)) {
                    String nearest = Nearest.of(key, keys).orElseThrow();
                    throw invalid(
                            "There is no key '%s' here. Did you mean '%s'?".formatted(key, nearest),
                            key);
                }
            }
            return new IncidentBody(json);
        } catch (DecodeException | ClassCastException e) {
            throw invalid("The body is not a JSON object.", "body");
        }
    }

    boolean has(String key) {
        return json.getValue(key) != null;
    }

    @Nullable String text(String key) {
        return switch (json.getValue(key)) {
            case null -> null;
            case String text when text.length() <= CHARS_MAX -> text;
            case String _ -> throw invalid("'%s' is too long.".formatted(key), key);
            default -> throw invalid("'%s' is not a text.".formatted(key), key);
        };
    }

    String needed(String key) {
        String text = text(key);
        if (text == null || text.isBlank()) {
            throw invalid("'%s' is missing.".formatted(key), key);
        }
        return text;
    }

    @Nullable Integer whole(String key) {
        return switch (json.getValue(key)) {
            case null -> null;
            case Integer number -> number;
            default -> throw invalid("'%s' is not a whole number.".formatted(key), key);
        };
    }

    boolean isTrue(String key) {
        return switch (json.getValue(key)) {
            case null -> false;
            case Boolean truth -> truth;
            default -> throw invalid("'%s' is not true or false.".formatted(key), key);
        };
    }

    /// UTC milliseconds; null if it is not there.
    @Nullable Long time(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid(
                    "'%s' is no time. Write it so: 2026-03-14T08:30:00+01:00.".formatted(key), key);
        }
    }

    <E extends Enum<E>> E choice(String key, E fallback) {
        return has(key) ? choice(key, fallback.getDeclaringClass()) : fallback;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        List<String> words =
                Stream.of(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList();
        String said = needed(key);
        if (!words.contains(said)) {
            throw invalid("'%s' is not one of %s.".formatted(said, String.join(", ", words)), key);
        }
        return Enum.valueOf(type, said.toUpperCase(Locale.ROOT));
    }

    /// @throws Problem.Refused one of these keys is there
    void refuse(String... keys) {
        for (String key : keys) {
            if (has(key)) {
                throw invalid("'%s' does not belong here.".formatted(key), key);
            }
        }
    }

    static Problem.Refused invalid(String what, String where) {
        return new Problem(
                        400,
                        "invalid-incident",
                        what,
                        where,
                        "See /openapi.yaml for what is accepted.")
                .refused();
    }
}
