package dev.andon.node.machine.mqtt;

import dev.andon.mqtt.MqttFailure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Whom to trust at the machines' broker.
final class BrokerTrust {
    private BrokerTrust() {}

    /// @param caFile PEM; null: whom the system trusts
    /// @throws MqttFailure `tls`: the file cannot be used
    static SSLContext of(@Nullable Path caFile) {
        try {
            return caFile == null ? SSLContext.getDefault() : trusting(caFile);
        } catch (IOException | GeneralSecurityException e) {
            throw new MqttFailure(
                    "tls",
                    "machines.caFile %s is no PEM file of certificates (%s). Export the authority again."
                            .formatted(caFile, e.getMessage()),
                    e);
        }
    }

    private static SSLContext trusting(Path caFile) throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        try (InputStream in = Files.newInputStream(caFile)) {
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                authorities.setCertificateEntry("authority-" + authorities.size(), each);
            }
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
