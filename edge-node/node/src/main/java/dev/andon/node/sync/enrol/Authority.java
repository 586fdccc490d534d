package dev.andon.node.sync.enrol;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// The hub's own certificate authority.
final class Authority {
    private Authority() {}

    static X509Certificate read(String pem) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw Enrolment.wrong("the authority's certificate cannot be read", e);
        }
    }

    static SSLContext trusting(X509Certificate authority) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {PinnedTrust.only(authority)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw Enrolment.wrong("the authority's certificate cannot be used", e);
        }
    }
}
