package dev.andon.node.sync.enrol;

import dev.andon.node.sync.SyncException;
import dev.andon.protocol.Sha256;

import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;

/// What a person types: a secret that works once, and the beginning of the SHA-256 of the hub's own
/// authority, by which the node knows that it talks to this hub and to nobody in between.
///
/// In base32 (RFC 4648, without padding); hyphens, spaces and case do not matter.
public final class EnrolmentCode {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int SECRET_BYTES = 10;
    private static final int FINGERPRINT_BYTES = 16;
    private static final int BYTES = SECRET_BYTES + FINGERPRINT_BYTES;
    private static final int CHARS = (BYTES * 8 + BITS - 1) / BITS;

    private final String text;
    private final byte[] fingerprint;

    private EnrolmentCode(String text, byte[] fingerprint) {
        this.text = text;
        this.fingerprint = fingerprint;
    }

    /// Reads what was typed.
    ///
    /// @throws SyncException `wrong-code`: it cannot be a code
    public static EnrolmentCode parse(String typed) {
        String text = typed.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                throw mistyped(
                        "\"%s\" does not occur in codes, which are of the letters A to Z and the digits 2 to 7 (no 0, 1, 8, 9)"
                                .formatted(text.charAt(i)));
            }
        }
        if (text.length() != CHARS) {
            throw mistyped(
                    "it has %d characters without the hyphens, not %d"
                            .formatted(text.length(), CHARS));
        }
        byte[] bytes = bytes(text);
        return new EnrolmentCode(text, Arrays.copyOfRange(bytes, SECRET_BYTES, BYTES));
    }

    private static SyncException mistyped(String why) {
        return new SyncException(
                "wrong-code",
                "That is not an enrolment code: %s. Type it as `andon fleet invite` printed it."
                        .formatted(why));
    }

    private static byte[] bytes(String text) {
        byte[] bytes = new byte[BYTES];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length() && at < BYTES; i++) {
            held = held << BITS | ALPHABET.indexOf(text.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    /// The whole code as the hub wants to see it.
    String text() {
        return text;
    }

    /// Whether this is the authority that the code names.
    boolean names(X509Certificate authority) throws CertificateEncodingException {
        byte[] hash = Sha256.digest().digest(authority.getEncoded());
        return MessageDigest.isEqual(fingerprint, Arrays.copyOf(hash, FINGERPRINT_BYTES));
    }

    @Override
    public String toString() {
        return "EnrolmentCode[****]";
    }
}
