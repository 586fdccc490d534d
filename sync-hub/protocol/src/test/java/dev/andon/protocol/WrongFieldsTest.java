package dev.andon.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.andon.protocol.fact.Fact;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Every field of every message and fact, however deep, with every wrong type and without it.
class WrongFieldsTest {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final Map<String, JsonNode> VALUES =
            Map.of(
                    "text", MAKE.textNode("text"),
                    "empty", MAKE.textNode(""),
                    "NaN", MAKE.textNode("NaN"),
                    "digits", MAKE.textNode("17"),
                    "nul", MAKE.textNode("a\u0000b"),
                    "half", MAKE.textNode("a\ud800"),
                    "number", MAKE.numberNode(17),
                    "fraction", MAKE.numberNode(17.5),
                    "truth", MAKE.booleanNode(true),
                    "list", MAKE.arrayNode().add(MAKE.arrayNode()));

    /// A document, what reads it, and its record.
    record Subject(String name, JsonNode tree, Class<?> type, Consumer<JsonNode> reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// One spoilt copy and what it must be refused with; null: it must be read.
    record Spoilt(String what, JsonNode tree, @Nullable String code) {}

    static Stream<Subject> subjects() throws Exception {
        List<Subject> all = new ArrayList<>();
        for (var each : Goldens.messages().entrySet()) {
            Class<? extends SyncMessage> type = each.getValue().getClass();
            all.add(
                    new Subject(
                            each.getKey(),
                            SyncCodec.JSON.readTree(GoldenFiles.read(each.getKey())),
                            type,
                            tree ->
                                    SyncCodec.decode(
                                            text(tree).getBytes(StandardCharsets.UTF_8), type)));
        }
        for (var each : Goldens.facts().entrySet()) {
            Class<? extends Fact> type = each.getValue().getClass();
            ObjectNode event =
                    (ObjectNode)
                            SyncCodec.JSON.readTree(GoldenFiles.read("event-" + each.getKey()));
            all.add(
                    new Subject(
                            each.getKey(),
                            event.get("fact"),
                            type,
                            tree -> EventCodec.event(text(event.deepCopy().set("fact", tree)))));
        }
        JsonNode batch = SyncCodec.JSON.readTree(GoldenFiles.read("event-batch"));
        all.add(
                new Subject(
                        "batch",
                        batch,
                        EventCodec.Head.class,
                        tree -> EventCodec.unpack(BatchText.packed(text(tree)))));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void refusesEachFieldOfAWrongType(Subject subject) {
        List<Spoilt> spoilt = new ArrayList<>();
        spoil(subject.tree(), subject.type(), subject.tree(), spoilt);
        assertThat(spoilt).hasSizeGreaterThan(subject.type().getRecordComponents().length * 5);
        boolean event = Fact.class.isAssignableFrom(subject.type());
        for (Spoilt each : spoilt) {
            String expected = event && each.code() != null ? "invalid-fact" : each.code();
            assertThat(codeOf(subject.reader(), each.tree())).as(each.what()).isEqualTo(expected);
        }
    }

    private static @Nullable String codeOf(Consumer<JsonNode> reader, JsonNode tree) {
        try {
            reader.accept(tree);
            return null;
        } catch (ProtocolException e) {
            return e.code();
        }
    }

    private static void spoil(JsonNode root, Class<?> type, JsonNode at, List<Spoilt> spoilt) {
        for (RecordComponent component : type.getRecordComponents()) {
            String field = component.getName();
            String path = type.getSimpleName() + "." + field;
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            String missing = nullable ? null : "missing-field";
            with(
                    root,
                    (ObjectNode) at,
                    field,
                    null,
                    copy -> spoilt.add(new Spoilt(path + " gone", copy, missing)));
            with(
                    root,
                    (ObjectNode) at,
                    field,
                    MAKE.nullNode(),
                    copy -> spoilt.add(new Spoilt(path + " null", copy, missing)));
            wrongOnes(component)
                    .forEach(
                            (name, wrong) ->
                                    with(
                                            root,
                                            (ObjectNode) at,
                                            field,
                                            wrong,
                                            copy ->
                                                    spoilt.add(
                                                            new Spoilt(
                                                                    path + " " + name,
                                                                    copy,
                                                                    "wrong-type"))));
            deeper(root, component, at.get(field), spoilt);
        }
    }

    private static void deeper(
            JsonNode root,
            RecordComponent component,
            @Nullable JsonNode value,
            List<Spoilt> spoilt) {
        if (value == null || value.isNull()) {
            return;
        }
        Class<?> inner = inner(component);
        if (value.isObject() && component.getType().isRecord()) {
            spoil(root, component.getType(), value, spoilt);
        } else if (value instanceof ArrayNode list && !list.isEmpty()) {
            JsonNode first = list.get(0);
            list.set(0, MAKE.nullNode());
            spoilt.add(new Spoilt(component + " with a null", root.deepCopy(), "missing-field"));
            list.set(0, MAKE.arrayNode());
            spoilt.add(new Spoilt(component + " with a list", root.deepCopy(), "wrong-type"));
            list.set(0, first);
            if (inner.isRecord()) {
                spoil(root, inner, first, spoilt);
            }
        }
    }

    /// What does not fit a field, of [#VALUES].
    private static Map<String, JsonNode> wrongOnes(RecordComponent component) {
        Class<?> type = component.getType();
        Map<String, JsonNode> wrong = new LinkedHashMap<>(VALUES);
        if (type == Map.class) {
            wrong.put("object", MAKE.objectNode().set("k", MAKE.arrayNode()));
        } else if (!type.isRecord()) {
            wrong.put("object", MAKE.objectNode());
        }
        if (type == String.class) {
            List.of("text", "empty", "NaN", "digits").forEach(wrong::remove);
        } else if (type == boolean.class) {
            wrong.remove("truth");
        } else if (type == int.class || type == long.class || type == Long.class) {
            wrong.remove("number");
        }
        return wrong;
    }

    private static Class<?> inner(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType several
                ? (Class<?>) several.getActualTypeArguments()[0]
                : component.getType();
    }

    /// Gives a copy of all with one field changed, and changes it back.
    private static void with(
            JsonNode root,
            ObjectNode at,
            String field,
            @Nullable JsonNode value,
            Consumer<JsonNode> then) {
        JsonNode before = at.get(field);
        if (value == null) {
            at.remove(field);
        } else {
            at.set(field, value);
        }
        then.accept(root.deepCopy());
        at.set(field, before);
    }

    /// With what is not ASCII escaped: half of a character has no bytes.
    private static String text(JsonNode tree) {
        try {
            return SyncCodec.JSON
                    .writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
