package dev.andon.hub.pki;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The hub's authority and the certificate of its servers, as PEM files.
///
/// @param ca file of the authority's certificate
/// @param certificate file of the servers' certificate and the authority's behind it
/// @param key file of the servers' key, PKCS 8
/// @param authority what nodes trust
/// @param until when the servers' certificate ends
public record HubCertificates(
        Path ca, Path certificate, Path key, X509Certificate authority, Instant until) {
    private static final Duration VALID = Duration.ofDays(730);

    /// Renewed at a start that finds less than this left, so that a hub may run for a year.
    private static final Duration RENEWED_BEFORE = Duration.ofDays(365);

    /// Reads what there is; makes what is missing, and the servers' certificate anew when it ends
    /// within a year, lacks a name or is broken. The authority is made once and kept.
    ///
    /// @param folder that only this user looks into
    /// @param names host names and addresses of the servers
    /// @throws PkiException `damaged` (the authority), `unwritable`
    public static HubCertificates ensure(Path folder, Collection<String> names, Instant now) {
        Authority authority = Authority.ensure(folder.resolve("authority.pem"), now);
        Path ca = folder.resolve("ca.pem");
        String known = Pem.certificate(authority.certificate());
        if (Files.notExists(ca) || !SecretFile.read(ca).equals(known)) {
            SecretFile.write(ca, known);
        }
        Path certificate = folder.resolve("server.pem");
        Path key = folder.resolve("server-key.pem");
        X509Certificate server = usable(certificate, key, authority);
        if (server == null || !covers(server, names) || endsSoon(server, now)) {
            server = issue(authority, new TreeSet<>(names), now, List.of(certificate, key));
        }
        return new HubCertificates(
                ca, certificate, key, authority.certificate(), server.getNotAfter().toInstant());
    }

    /// The authority's certificate as PEM.
    public String authorityPem() {
        return Pem.certificate(authority);
    }

    /// What a client needs to believe these servers.
    ///
    /// @param more PEM file of further authorities; null for none
    /// @throws PkiException `damaged`
    public SSLContext trusting(@Nullable Path more) {
        List<X509Certificate> trusted = new ArrayList<>(List.of(authority));
        if (more != null) {
            trusted.addAll(Pem.read(more).certificates());
        }
        return context(trusted);
    }

    /// What a client needs to believe servers vouched for by the authorities of a PEM file.
    ///
    /// @throws PkiException `damaged`
    public static SSLContext trustingOnly(Path pem) {
        return context(Pem.read(pem).certificates());
    }

    private static SSLContext context(List<X509Certificate> trusted) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate each : trusted) {
                store.setCertificateEntry("ca-" + store.size(), each);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static X509Certificate issue(
            Authority authority, Set<String> names, Instant now, List<Path> files) {
        KeyPair pair = Authority.newKeys();
        X509Certificate made = authority.issue(pair.getPublic(), List.copyOf(names), now, VALID);
        SecretFile.write(files.get(1), Pem.secret(pair.getPrivate()));
        SecretFile.write(
                files.getFirst(), Pem.certificate(made) + Pem.certificate(authority.certificate()));
        return made;
    }

    /// The certificate if it is whole, of this authority, and belongs to the key beside it. Else it
    /// is made anew: nobody trusts it for itself.
    private static @Nullable X509Certificate usable(
            Path certificate, Path key, Authority authority) {
        if (Files.notExists(certificate) || Files.notExists(key)) {
            return null;
        }
        try {
            X509Certificate server = Pem.read(certificate).certificates().getFirst();
            PublicKey ca = authority.certificate().getPublicKey();
            server.verify(ca);
            return KeyMatch.matches(server.getPublicKey(), Pem.read(key).secret()) ? server : null;
        } catch (PkiException | GeneralSecurityException | java.util.NoSuchElementException e) {
            return null;
        }
    }

    private static boolean endsSoon(X509Certificate server, Instant now) {
        return server.getNotAfter().toInstant().isBefore(now.plus(RENEWED_BEFORE))
                || server.getNotBefore().toInstant().isAfter(now);
    }

    private static boolean covers(X509Certificate server, Collection<String> names) {
        try {
            Collection<List<?>> written = server.getSubjectAlternativeNames();
            Set<String> there =
                    written == null
                            ? Set.of()
                            : written.stream()
                                    .map(each -> String.valueOf(each.get(1)))
                                    .collect(Collectors.toSet());
            return there.equals(
                    names.stream().map(HostNames::canonical).collect(Collectors.toSet()));
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
