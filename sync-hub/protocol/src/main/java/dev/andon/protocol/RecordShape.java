package dev.andon.protocol;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;

/// Holds a JSON object to a record: what is not `@Nullable` must be there.
final class RecordShape {
    private RecordShape() {}

    static void check(JsonNode tree, Class<?> type) {
        if (!tree.isObject()) {
            throw new ProtocolException(
                    "wrong-type", "A %s is an object.".formatted(type.getSimpleName()));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = tree.get(component.getName());
            boolean there = value != null && !value.isNull();
            if (!there && !nullable(component)) {
                throw new ProtocolException(
                        "missing-field",
                        "%s.%s is missing.".formatted(type.getSimpleName(), component.getName()));
            }
            if (there && component.getType().isRecord()) {
                check(value, component.getType());
            }
        }
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
