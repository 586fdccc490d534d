package dev.andon.hub.pki;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

/// The hub's own certificate authority: EC P-256, ten years, kept for as long as the hub lives,
/// since its fingerprint is what nodes trust.
///
/// @param certificate what nodes trust
/// @param secret what signs
record Authority(X509Certificate certificate, PrivateKey secret) {
    private static final Duration VALID = Duration.ofDays(3_653);

    /// A clock that is behind by less than this still trusts a new certificate.
    private static final Duration BACKDATED = Duration.ofDays(2);

    private static final SecureRandom RANDOM = new SecureRandom();

    /// The one in the file; a new one if there is no file.
    ///
    /// @throws PkiException `damaged`, `unwritable`
    static Authority ensure(Path file, Instant now) {
        if (Files.notExists(file)) {
            Authority made = make(now);
            // Key and certificate in one file: no power cut leaves one of them.
            SecretFile.write(file, Pem.secret(made.secret) + Pem.certificate(made.certificate));
        }
        Pem pem = Pem.read(file);
        if (pem.secret() == null || pem.certificates().size() != 1) {
            throw SecretFile.damaged(
                    file, new GeneralSecurityException("it does not hold a key and a certificate"));
        }
        return new Authority(pem.certificates().getFirst(), pem.secret());
    }

    private static Authority make(Instant now) {
        KeyPair pair = newKeys();
        byte[] suffix = new byte[4];
        RANDOM.nextBytes(suffix);
        X500Name name = new X500Name("CN=Andon hub authority " + HexFormat.of().formatHex(suffix));
        X509v3CertificateBuilder builder = builder(name, name, pair.getPublic(), now, VALID);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes certificates", e);
        }
        return new Authority(signed(builder, pair.getPrivate()), pair.getPrivate());
    }

    /// A certificate for a server of these names.
    ///
    /// @param names host names and addresses
    X509Certificate issue(PublicKey key, List<String> names, Instant now, Duration valid) {
        X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder =
                builder(issuer, new X500Name("CN=Andon hub"), key, now, valid);
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(key));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes certificates", e);
        }
        return signed(builder, secret);
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(
                names.stream()
                        .map(
                                name ->
                                        new GeneralName(
                                                IPAddress.isValid(name)
                                                        ? GeneralName.iPAddress
                                                        : GeneralName.dNSName,
                                                name))
                        .toArray(GeneralName[]::new));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant now, Duration valid) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).setBit(119),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(valid)),
                subject,
                key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with P-256", e);
        }
    }
}
