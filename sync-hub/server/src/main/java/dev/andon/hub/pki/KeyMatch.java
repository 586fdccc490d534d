package dev.andon.hub.pki;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/// Whether a private and a public EC key are a pair.
final class KeyMatch {
    private static final byte[] PROBE = {1, 2, 3};

    private KeyMatch() {}

    static boolean matches(PublicKey known, @Nullable PrivateKey secret)
            throws GeneralSecurityException {
        if (secret == null) {
            return false;
        }
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(secret);
        signing.update(PROBE);
        Signature verifying = Signature.getInstance("SHA256withECDSA");
        verifying.initVerify(known);
        verifying.update(PROBE);
        return verifying.verify(signing.sign());
    }
}
