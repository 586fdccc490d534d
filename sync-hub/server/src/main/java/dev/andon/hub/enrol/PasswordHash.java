package dev.andon.hub.enrol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// PBKDF2 with SHA-512 as Mosquitto writes it, `$7$iterations$salt$hash` in base64, so that one
/// hash serves the embedded broker and Mosquitto's password file.
final class PasswordHash {
    /// The passwords are 256 random bits, which nobody searches through; many iterations would only
    /// slow a fleet down that comes back at once.
    private static final int ITERATIONS = 1_000;

    /// More than these in a stored hash is no hash of ours.
    private static final int ITERATIONS_MAX = 1_000_000;

    /// Mosquitto 2.0 reads no other.
    private static final int SALT_BYTES = 12;

    private static final int HASH_BITS = 512;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

    private PasswordHash() {}

    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return "$7$%d$%s$%s"
                .formatted(
                        ITERATIONS,
                        base64.encodeToString(salt),
                        base64.encodeToString(derive(password, salt, ITERATIONS)));
    }

    /// In constant time.
    static boolean matches(String hash, String password) {
        String[] parts = hash.split("\\$");
        if (parts.length != 5 || !parts[1].equals("7") || !parts[2].matches("[0-9]{1,7}")) {
            return false;
        }
        int iterations = Integer.parseInt(parts[2]);
        if (iterations < 1 || iterations > ITERATIONS_MAX) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts[4]);
        byte[] salt = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(expected, derive(password, salt, iterations));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        // The key factory takes characters and encodes them as UTF-8.
        char[] characters =
                new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .toCharArray();
        try {
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(characters, salt, iterations, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }
}
