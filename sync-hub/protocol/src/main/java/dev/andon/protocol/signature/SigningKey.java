package dev.andon.protocol.signature;

import dev.andon.protocol.Sha256;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// An Ed25519 key that signs. Its `toString` does not show it.
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicKey known;

    private SigningKey(PrivateKey secret, PublicKey known) {
        this.secret = secret;
        this.known = known;
    }

    /// A new one.
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /// One that was kept.
    ///
    /// @param secret PKCS 8
    /// @param known X.509
    public static SigningKey of(byte[] secret, byte[] known) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new SigningKey(
                factory.generatePrivate(new PKCS8EncodedKeySpec(secret)),
                factory.generatePublic(new X509EncodedKeySpec(known)));
    }

    /// PKCS 8, to be kept secret.
    public byte[] secret() {
        return secret.getEncoded();
    }

    /// X.509, to be given to nodes.
    public byte[] known() {
        return known.getEncoded();
    }

    /// The first 16 hexadecimal digits of the SHA-256 of [#known].
    public String id() {
        return id(known.getEncoded());
    }

    static String id(byte[] known) {
        return Sha256.of(known).substring(0, 16);
    }

    /// Signs.
    public SignedEnvelope sign(String payloadType, byte[] payload) {
        return new SignedEnvelope(
                payloadType,
                payload,
                id(),
                bare(SignedEnvelope.preAuthenticated(payloadType, payload)));
    }

    private byte[] bare(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
