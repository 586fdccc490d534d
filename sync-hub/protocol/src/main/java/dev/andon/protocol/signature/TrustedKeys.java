package dev.andon.protocol.signature;

import dev.andon.protocol.ProtocolException;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The keys whose signatures count: those that were pinned at enrolment.
public final class TrustedKeys {
    private final Map<String, PublicKey> keys;

    private TrustedKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /// @param known X.509, each
    /// @throws ProtocolException `unknown-key`: one is no Ed25519 key
    public static TrustedKeys of(Collection<byte[]> known) {
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            KeyFactory factory = KeyFactory.getInstance(SigningKey.ALGORITHM);
            for (byte[] each : known) {
                keys.put(SigningKey.id(each), factory.generatePublic(new X509EncodedKeySpec(each)));
            }
        } catch (GeneralSecurityException e) {
            throw new ProtocolException("unknown-key", "That is no Ed25519 public key.", e);
        }
        return new TrustedKeys(keys);
    }

    /// The payload, if a trusted key signed it.
    ///
    /// @param payloadType that is expected: a signed catalog is no manifest
    /// @throws ProtocolException `unknown-key`, `wrong-signature`, `wrong-type`
    public byte[] open(SignedEnvelope envelope, String payloadType) {
        if (!envelope.payloadType().equals(payloadType)) {
            throw new ProtocolException(
                    "wrong-type",
                    "The envelope holds %s, not %s."
                            .formatted(envelope.payloadType(), payloadType));
        }
        PublicKey key = keys.get(envelope.keyId());
        if (key == null) {
            throw new ProtocolException(
                    "unknown-key",
                    "Signed by the key %s, which is not trusted here.".formatted(envelope.keyId()));
        }
        if (!verifies(envelope, key)) {
            throw new ProtocolException(
                    "wrong-signature", "The signature does not match what it signs.");
        }
        return envelope.payload();
    }

    private static boolean verifies(SignedEnvelope envelope, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(
                    SignedEnvelope.preAuthenticated(envelope.payloadType(), envelope.payload()));
            return signature.verify(envelope.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
