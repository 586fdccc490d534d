package dev.andon.hub.pki;

import dev.andon.config.HubHome;
import dev.andon.config.Secret;
import dev.andon.protocol.signature.SigningKey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The hub's secrets besides its certificates, made at the first start.
///
/// @param library signs catalogs and manifests; nodes pin it when they enrol
/// @param broker the password of the hub's own clients at its broker
/// @param admin what administrators show to the API
public record HubKeys(SigningKey library, Secret broker, Secret admin) {
    /// Bytes of a password or token: not to be guessed.
    private static final int SECRET_BYTES = 32;

    /// Reads what there is and makes what is missing.
    ///
    /// @throws PkiException `damaged`, `unwritable`
    public static HubKeys ensure(HubHome home) {
        return new HubKeys(
                signing(home.keys().resolve("library-signing.pem")),
                word(home.keys().resolve("broker-password")),
                word(home.adminToken()));
    }

    /// Printable, without spaces, 256 random bits.
    public static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Secret word(Path file) {
        if (Files.notExists(file)) {
            SecretFile.write(file, newSecret() + "\n");
        }
        String word = SecretFile.read(file).strip();
        if (word.length() < 16) {
            throw SecretFile.damaged(
                    file, new GeneralSecurityException("it holds fewer than 16 characters"));
        }
        return new Secret(word);
    }

    private static SigningKey signing(Path file) {
        if (Files.notExists(file)) {
            write(file, SigningKey.generate());
        }
        Pem pem = Pem.read(file);
        if (pem.secret() == null || pem.known() == null) {
            throw SecretFile.damaged(
                    file, new GeneralSecurityException("it does not hold both keys"));
        }
        try {
            return SigningKey.of(pem.secret().getEncoded(), pem.known().getEncoded());
        } catch (GeneralSecurityException e) {
            throw SecretFile.damaged(file, e);
        }
    }

    /// Both keys in one file: no power cut leaves one of them.
    private static void write(Path file, SigningKey key) {
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            String secret =
                    Pem.secret(factory.generatePrivate(new PKCS8EncodedKeySpec(key.secret())));
            String known = Pem.known(factory.generatePublic(new X509EncodedKeySpec(key.known())));
            SecretFile.write(file, secret + known);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }
}
