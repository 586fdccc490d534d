package dev.andon.node.sync.enrol;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts the authority that an enrolment code names, if the server shows it, and what it signed;
/// nothing else.
final class PinnedTrust extends X509ExtendedTrustManager {
    private final EnrolmentCode code;

    PinnedTrust(EnrolmentCode code) {
        this.code = code;
    }

    /// Nobody whom the code names is among the certificates.
    static final class Stranger extends CertificateException {
        private static final long serialVersionUID = 1;

        Stranger(String message) {
            super(message);
        }
    }

    /// The right authority, but the certificate is not for the name that was asked.
    static final class OtherName extends CertificateException {
        private static final long serialVersionUID = 1;

        OtherName(CertificateException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /// For one connection.
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        X509ExtendedTrustManager trust = trust(chain);
        // First without the name, so that the two failures can be told apart.
        trust.checkServerTrusted(chain, authType);
        try {
            trust.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw new OtherName(e);
        }
    }

    private X509ExtendedTrustManager trust(X509Certificate[] chain) throws CertificateException {
        for (X509Certificate each : chain) {
            if (code.names(each)) {
                return only(each);
            }
        }
        throw new Stranger(
                "the server shows %d certificates, none of which the code names"
                        .formatted(chain.length));
    }

    static X509ExtendedTrustManager only(X509Certificate authority) throws CertificateException {
        try {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("hub", authority);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(anchors);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("the authority cannot be used", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("only asked through an engine, which knows the host's name");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("only asked through an engine, which knows the host's name");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
