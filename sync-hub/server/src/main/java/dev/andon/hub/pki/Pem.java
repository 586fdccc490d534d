package dev.andon.hub.pki;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// What a PEM file holds.
///
/// @param certificates in the order of the file
/// @param secret the private key, PKCS 8; null if it holds none
/// @param known the public key; null if it holds none
record Pem(
        List<X509Certificate> certificates,
        @Nullable PrivateKey secret,
        @Nullable PublicKey known) {
    Pem {
        certificates = List.copyOf(certificates);
    }

    /// @throws PkiException `damaged`
    static Pem read(Path file) {
        try {
            return parse(SecretFile.read(file));
        } catch (IOException | GeneralSecurityException e) {
            throw SecretFile.damaged(file, e);
        }
    }

    private static Pem parse(String text) throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        PrivateKey secret = null;
        PublicKey known = null;
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object each = parser.readObject(); each != null; each = parser.readObject()) {
                switch (each) {
                    case X509CertificateHolder holder ->
                            certificates.add(
                                    new JcaX509CertificateConverter().getCertificate(holder));
                    case PrivateKeyInfo info ->
                            secret = new JcaPEMKeyConverter().getPrivateKey(info);
                    case SubjectPublicKeyInfo info ->
                            known = new JcaPEMKeyConverter().getPublicKey(info);
                    default ->
                            throw new IOException("it holds a " + each.getClass().getSimpleName());
                }
            }
        }
        return new Pem(certificates, secret, known);
    }

    static String certificate(X509Certificate certificate) {
        return text(certificate);
    }

    /// PKCS 8.
    static String secret(PrivateKey key) {
        try {
            return text(new JcaPKCS8Generator(key, null).generate());
        } catch (IOException e) {
            throw new UncheckedIOException("a key is always PEM", e);
        }
    }

    static String known(PublicKey key) {
        return text(key);
    }

    private static String text(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException e) {
            throw new UncheckedIOException("it is always PEM", e);
        }
        return text.toString();
    }
}
