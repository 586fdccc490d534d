package dev.andon.protocol;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// Holds a JSON object to a record: what is not `@Nullable` must be there.
final class RecordShape {
    /// Looked up once a type: reflection takes longer than the reading of an event.
    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
                }
            };

    private record Field(String name, Class<?> type, boolean nullable) {
        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    component.getType(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private RecordShape() {}

    static void check(JsonNode tree, Class<?> type) {
        if (!tree.isObject()) {
            throw new ProtocolException(
                    "wrong-type", "A %s is an object.".formatted(type.getSimpleName()));
        }
        for (Field field : FIELDS.get(type)) {
            JsonNode value = tree.get(field.name());
            boolean there = value != null && !value.isNull();
            if (!there && !field.nullable()) {
                throw new ProtocolException(
                        "missing-field",
                        "%s.%s is missing.".formatted(type.getSimpleName(), field.name()));
            }
            if (there && field.type().isRecord()) {
                check(value, field.type());
            }
        }
    }
}
