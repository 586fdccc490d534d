package dev.andon.knowledge.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What YAML says of a manual, in a sidecar file or in the front matter of a Markdown file.
///
/// Values are taken as they are written: `revision: 2.10` is `2.10`, not the number 2.1.
public final class ManualYaml {
    /// The keys, in the order in which they are documented.
    public static final List<String> KEYS =
            List.of("id", "title", "revision", "language", "models", "date", "class");

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String where;
    private final Map<String, List<String>> values;

    private ManualYaml(String where, Map<String, List<String>> values) {
        this.where = where;
        this.values = values;
    }

    /// Reads YAML.
    ///
    /// @param where the file, for messages
    /// @throws StageException `corpus`, `yaml-broken`: it is no YAML mapping of names to values
    public static ManualYaml parse(String yaml, String where) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            JsonToken first = parser.nextToken();
            if (first != null && first != JsonToken.START_OBJECT) {
                throw broken(where, "it is not a list of 'key: value' lines", null);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                values.put(key, values(parser, where + ", key '" + key + "'"));
            }
            return new ManualYaml(where, values);
        } catch (JsonProcessingException e) {
            throw broken(where, "line " + e.getLocation().getLineNr() + " is not valid YAML", e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string cannot fail", e);
        }
    }

    private static List<String> values(JsonParser parser, String where) throws IOException {
        List<String> values = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(scalar(parser, where));
            }
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            values.add(scalar(parser, where));
        }
        return values;
    }

    private static String scalar(JsonParser parser, String where) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw broken(where, "a value or a list of values is expected here", null);
        }
        return PassageText.oneLine(parser.getText());
    }

    private static StageException broken(String where, String why, @Nullable Throwable cause) {
        String message = "Cannot read " + where + ": " + why + ".";
        return cause == null
                ? new StageException(Stage.CORPUS, "yaml-broken", message)
                : new StageException(Stage.CORPUS, "yaml-broken", message, cause);
    }

    /// The keys that the YAML has.
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /// What it says; keys that are not in [#KEYS] are ignored.
    ///
    /// @throws StageException `corpus`, `yaml-broken`: a value is a list, or the date no date
    public DeclaredManual declared() {
        return new DeclaredManual(
                one("id"),
                one("title"),
                one("revision"),
                one("language"),
                models(),
                date(),
                documentClass());
    }

    private @Nullable String one(String key) {
        List<String> found = values.getOrDefault(key, List.of());
        if (found.size() > 1) {
            throw broken(
                    where, "'" + key + "' has " + found.size() + " values; one is meant", null);
        }
        return found.isEmpty() || found.getFirst().isEmpty() ? null : found.getFirst();
    }

    private @Nullable List<String> models() {
        List<String> found = values.get("models");
        return found == null
                ? null
                : found.stream()
                        .flatMap(value -> List.of(value.split("\\s*[,;]\\s*")).stream())
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private @Nullable DocumentClass documentClass() {
        String name = one("class");
        return name == null
                ? null
                : DocumentClass.named(name)
                        .orElseThrow(
                                () ->
                                        broken(
                                                where,
                                                "the class '"
                                                        + name
                                                        + "' is none of "
                                                        + DocumentClass.names(),
                                                null));
    }

    private @Nullable LocalDate date() {
        String date = one("date");
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw broken(
                    where,
                    "the date '" + date + "' must be written as year-month-day, 2025-03-01",
                    e);
        }
    }
}
