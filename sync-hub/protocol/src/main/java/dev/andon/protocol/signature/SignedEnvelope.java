package dev.andon.protocol.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.andon.protocol.Protocol;
import dev.andon.protocol.ProtocolException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A payload and its signature, as DSSE writes them:
/// `{"payloadType", "payload": base64, "signatures": [{"keyid", "sig": base64}]}`.
///
/// What is signed is `DSSEv1 <length of type> <type> <length of payload> <payload>`, so no way of
/// writing JSON matters.
///
/// Immutable.
public final class SignedEnvelope {
    /// The type of a catalog.
    public static final String CATALOG = "application/vnd.andon.catalog.v1+json";

    /// The type of a manifest.
    public static final String MANIFEST = "application/vnd.andon.manifest.v1+json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private final String payloadType;
    private final byte[] payload;
    private final String keyId;
    private final byte[] signature;

    SignedEnvelope(String payloadType, byte[] payload, String keyId, byte[] signature) {
        this.payloadType = payloadType;
        this.payload = payload.clone();
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /// What the payload is: [#CATALOG] or [#MANIFEST].
    public String payloadType() {
        return payloadType;
    }

    /// A copy of the exact bytes that are signed.
    public byte[] payload() {
        return payload.clone();
    }

    /// Of the key that signed.
    public String keyId() {
        return keyId;
    }

    /// A copy of the Ed25519 signature.
    public byte[] signature() {
        return signature.clone();
    }

    /// What is signed.
    static byte[] preAuthenticated(String type, byte[] payload) {
        byte[] head =
                "DSSEv1 %d %s %d "
                        .formatted(
                                type.getBytes(StandardCharsets.UTF_8).length, type, payload.length)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + payload.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }

    /// As JSON.
    public byte[] write() {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("payloadType", payloadType);
        tree.put("payload", Base64.getEncoder().encodeToString(payload));
        tree.putArray("signatures")
                .addObject()
                .put("keyid", keyId)
                .put("sig", Base64.getEncoder().encodeToString(signature));
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    /// Reads an envelope. Nothing in it is to be believed before [TrustedKeys#open].
    ///
    /// @throws ProtocolException `not-json`, `too-large`, `missing-field`
    public static SignedEnvelope read(byte[] json) {
        if (json.length > Protocol.MESSAGE_BYTES_MAX) {
            throw new ProtocolException(
                    "too-large", "A signed message of %d bytes.".formatted(json.length));
        }
        try {
            JsonNode tree = JSON.readTree(json);
            JsonNode signature = tree.path("signatures").path(0);
            return new SignedEnvelope(
                    text(tree, "payloadType"),
                    base64(tree, "payload"),
                    text(signature, "keyid"),
                    base64(signature, "sig"));
        } catch (IOException e) {
            throw new ProtocolException("not-json", "The envelope is not JSON.", e);
        }
    }

    private static String text(JsonNode tree, String field) {
        JsonNode value = tree.get(field);
        if (value == null || !value.isTextual()) {
            throw new ProtocolException("missing-field", "The envelope lacks " + field + ".");
        }
        return value.textValue();
    }

    private static byte[] base64(JsonNode tree, String field) {
        try {
            return Base64.getDecoder().decode(text(tree, field));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("missing-field", field + " is not base64.", e);
        }
    }
}
