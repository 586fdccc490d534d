package dev.andon.protocol;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Holds a JSON object to a record, also inside its lists and maps: what is not `@Nullable` must be
/// there, text is text, and no text holds what no store takes (U+0000, half of a character).
final class RecordShape {
    /// Looked up once a type: reflection takes longer than the reading of an event.
    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
                }
            };

    /// @param inner of the elements of a list or the values of a map; else the type itself
    private record Field(
            String owner, String name, Class<?> type, Class<?> inner, boolean nullable) {
        static Field of(RecordComponent component) {
            return new Field(
                    component.getDeclaringRecord().getSimpleName(),
                    component.getName(),
                    component.getType(),
                    inner(component),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        private static Class<?> inner(RecordComponent component) {
            if (component.getGenericType() instanceof ParameterizedType several) {
                Type[] arguments = several.getActualTypeArguments();
                return (Class<?>) arguments[arguments.length - 1];
            }
            return component.getType();
        }

        ProtocolException missing() {
            return new ProtocolException(
                    "missing-field", "%s.%s is missing.".formatted(owner, name));
        }

        ProtocolException wrong(String what) {
            return new ProtocolException("wrong-type", "%s.%s %s.".formatted(owner, name, what));
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
            if (value != null && !value.isNull()) {
                checkField(field, value);
            } else if (!field.nullable()) {
                throw field.missing();
            }
        }
    }

    private static void checkField(Field field, JsonNode value) {
        if (field.type() == List.class) {
            if (!value.isArray()) {
                throw field.wrong("is a list");
            }
            value.forEach(each -> checkInner(field, each));
        } else if (field.type() == Map.class) {
            if (!value.isObject()) {
                throw field.wrong("is an object");
            }
            value.fieldNames().forEachRemaining(name -> checkText(field, name));
            value.forEach(each -> checkInner(field, each));
        } else {
            checkInner(field, value);
        }
    }

    private static void checkInner(Field field, JsonNode value) {
        if (value.isNull()) {
            throw field.missing();
        }
        if (field.inner().isRecord()) {
            check(value, field.inner());
        } else if (field.inner() == String.class) {
            if (!value.isTextual()) {
                throw field.wrong("is a text");
            }
            checkText(field, value.textValue());
        } else if (field.inner().isEnum() && !value.isTextual()) {
            throw field.wrong("is a name");
        } else if (field.inner() != JsonNode.class
                && value.isTextual()
                && !field.inner().isEnum()) {
            throw field.wrong("is no text");
        }
    }

    private static void checkText(Field field, String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || c >= 0xd800 && c <= 0xdfff)) {
            throw field.wrong("holds a character that no text has");
        }
    }
}
