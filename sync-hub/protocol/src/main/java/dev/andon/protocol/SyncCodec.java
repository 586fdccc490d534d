package dev.andon.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Messages to bytes and back. Unknown fields are passed over, so that a newer side may say more; a
/// wrong type, a missing field or text where a number belongs is refused.
public final class SyncCodec {
    private static final int NUMBER_CHARS_MAX = 100;

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(Protocol.DEPTH_MAX)
                    .maxTokenCount(Protocol.TOKENS_MAX)
                    .maxNumberLength(NUMBER_CHARS_MAX)
                    .maxStringLength(Protocol.UNPACKED_BYTES_MAX)
                    .build();

    static final JsonMapper JSON =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .serializationInclusion(JsonInclude.Include.ALWAYS)
                    // An immutable map has another order in each process; a text has but one.
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .withCoercionConfig(
                            LogicalType.Enum,
                            enums ->
                                    enums.setCoercion(
                                            CoercionInputShape.Integer, CoercionAction.Fail))
                    .build();

    private SyncCodec() {}

    /// A message as UTF-8 JSON, without white space. Batches have their own form: [EventCodec].
    ///
    /// @throws IllegalArgumentException a batch
    public static byte[] encode(SyncMessage message) {
        if (message instanceof EventBatch) {
            throw new IllegalArgumentException("a batch is packed by the EventCodec");
        }
        return text(message).getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a message of a known type.
    ///
    /// @throws ProtocolException `not-json`, `wrong-type`, `missing-field`, `too-large`
    public static <M extends SyncMessage> M decode(byte[] bytes, Class<M> type) {
        if (bytes.length > Protocol.MESSAGE_BYTES_MAX) {
            throw new ProtocolException(
                    "too-large",
                    "A message of %d bytes; %d are allowed."
                            .formatted(bytes.length, Protocol.MESSAGE_BYTES_MAX));
        }
        try {
            return read(JSON.readTree(bytes), type);
        } catch (IOException e) {
            throw new ProtocolException("not-json", "The message is not JSON.", e);
        }
    }

    static <T> T read(JsonNode tree, Class<T> type) {
        RecordShape.check(tree, type);
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ProtocolException(
                    "wrong-type",
                    "Not a %s: %s".formatted(type.getSimpleName(), e.getMessage()),
                    e);
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is always JSON", e);
        }
    }
}
