package dev.andon.hub.enrol;

import dev.andon.protocol.Sha256;

import org.apache.commons.codec.binary.Base32;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// What an administrator reads out to a node: 10 random bytes, and the first 16 of the SHA-256 of
/// the hub's authority, by which the node knows the hub before it says anything. RFC 4648 base32
/// without padding, in groups of six.
///
/// Immutable. Its `toString` does not show it.
final class OneTimeCode {
    private static final int SECRET_BYTES = 10;
    private static final int FINGERPRINT_BYTES = 16;
    private static final int CHARACTERS = 42;
    private static final int GROUP = 6;

    private final byte[] bytes;

    private OneTimeCode(byte[] bytes) {
        this.bytes = bytes;
    }

    static OneTimeCode generate(X509Certificate authority) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        byte[] all = Arrays.copyOf(secret, SECRET_BYTES + FINGERPRINT_BYTES);
        System.arraycopy(fingerprint(authority), 0, all, SECRET_BYTES, FINGERPRINT_BYTES);
        return new OneTimeCode(all);
    }

    /// Hyphens, spaces and case do not matter; empty if it is no code.
    static Optional<OneTimeCode> parse(String text) {
        String bare = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (bare.length() != CHARACTERS || !bare.matches("[A-Z2-7]+")) {
            return Optional.empty();
        }
        byte[] bytes = new Base32().decode(bare);
        return Optional.of(new OneTimeCode(bytes))
                .filter(_ -> bytes.length == SECRET_BYTES + FINGERPRINT_BYTES);
    }

    /// Whether it was made by the hub of this authority.
    boolean isOf(X509Certificate authority) {
        byte[] said = Arrays.copyOfRange(bytes, SECRET_BYTES, bytes.length);
        return MessageDigest.isEqual(said, fingerprint(authority));
    }

    /// What is stored of it: the SHA-256 of the random bytes. 80 random bits need no slower hash.
    String hash() {
        return Sha256.of(Arrays.copyOf(bytes, SECRET_BYTES));
    }

    /// `AAAAAA-BBBBBB-...`, for people.
    String grouped() {
        String text = new Base32().encodeToString(bytes).replace("=", "");
        return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static byte[] fingerprint(X509Certificate authority) {
        try {
            byte[] whole = HexFormat.of().parseHex(Sha256.of(authority.getEncoded()));
            return Arrays.copyOf(whole, FINGERPRINT_BYTES);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has an encoding", e);
        }
    }

    @Override
    public String toString() {
        return "OneTimeCode[****]";
    }
}
