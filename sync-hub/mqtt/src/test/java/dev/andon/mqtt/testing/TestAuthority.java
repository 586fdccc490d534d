package dev.andon.mqtt.testing;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority made for one test, and one certificate of it. Needs BouncyCastle's
/// bcpkix on the class path of the tests.
///
/// @param folder where its files lie
/// @param ca its own certificate
public record TestAuthority(Path folder, X509Certificate ca) {
    private static final char[] SECRET = "for-tests-only".toCharArray();
    private static final int LINE = 64;
    private static final X500Name ISSUER = new X500Name("CN=authority for tests");

    /// Makes one; a folder of its own for each.
    ///
    /// @param names of the server, each `ip:...` or `dns:...`
    public static TestAuthority in(Path folder, String... names) {
        try {
            Files.createDirectories(folder);
            KeyPair authority = keys();
            X509Certificate ca = signed(builder(ISSUER, authority, 1), authority);
            KeyPair server = keys();
            X509v3CertificateBuilder own = builder(new X500Name("CN=server"), server, 2);
            own.addExtension(Extension.subjectAlternativeName, false, names(names));
            TestAuthority made = new TestAuthority(folder, ca);
            made.write(server, signed(own, authority));
            return made;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificates for the test", e);
        }
    }

    /// The authority's certificate, PEM.
    public Path caFile() {
        return folder.resolve("ca.pem");
    }

    /// The server's, PEM.
    public Path certificateFile() {
        return folder.resolve("server.pem");
    }

    /// The server's key, PEM, PKCS 8.
    public Path keyFile() {
        return folder.resolve("server-key.pem");
    }

    /// The server's key and certificates, PKCS 12.
    public Path keyStore() {
        return folder.resolve("server.p12");
    }

    /// Of [#keyStore].
    public String secret() {
        return new String(SECRET);
    }

    /// A context that trusts this authority and no other.
    public SSLContext trusting() {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("ca", ca);
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(KeyPair server, X509Certificate own)
            throws IOException, GeneralSecurityException {
        pem(caFile(), "CERTIFICATE", ca.getEncoded());
        pem(certificateFile(), "CERTIFICATE", own.getEncoded());
        pem(keyFile(), "PRIVATE KEY", server.getPrivate().getEncoded());
        KeyStore store = empty();
        store.setKeyEntry("server", server.getPrivate(), SECRET, new Certificate[] {own, ca});
        try (OutputStream out = Files.newOutputStream(keyStore())) {
            store.store(out, SECRET);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(X500Name subject, KeyPair keys, int serial)
            throws IOException {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                        ISSUER,
                        BigInteger.valueOf(serial),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        subject,
                        keys.getPublic())
                .addExtension(
                        Extension.basicConstraints,
                        true,
                        new BasicConstraints(subject.equals(ISSUER)));
    }

    private static GeneralNames names(String... names) {
        return new GeneralNames(
                Arrays.stream(names)
                        .map(
                                name ->
                                        new GeneralName(
                                                name.startsWith("ip:")
                                                        ? GeneralName.iPAddress
                                                        : GeneralName.dNSName,
                                                name.substring(name.indexOf(':') + 1)))
                        .toArray(GeneralName[]::new));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair issuer)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(issuer.getPrivate())));
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void pem(Path file, String kind, byte[] der) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(
                                kind,
                                Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der),
                                kind));
    }
}
