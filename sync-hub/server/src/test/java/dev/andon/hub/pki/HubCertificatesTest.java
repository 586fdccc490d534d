package dev.andon.hub.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

class HubCertificatesTest {
    private static final Instant NOW = Instant.now();
    private static final List<String> NAMES =
            HostNames.of(List.of("hub.plant.example", "10.0.0.7"), List.of("0.0.0.0"));

    @TempDir Path folder;

    @Test
    void makesACertificateThatItsAuthorityVouchesFor() throws Exception {
        HubCertificates made = HubCertificates.ensure(folder, NAMES, NOW);
        X509Certificate server = Pem.read(made.certificate()).certificates().getFirst();

        assertThat(Pem.read(made.certificate()).certificates()).hasSize(2);
        trustOf(made.authority()).checkServerTrusted(new X509Certificate[] {server}, "ECDHE_ECDSA");
        assertThat(server.getSubjectAlternativeNames())
                .extracting(each -> String.valueOf(each.get(1)))
                .contains("hub.plant.example", "10.0.0.7", "localhost", "127.0.0.1");
        assertThat(made.until()).isAfter(NOW.plus(Duration.ofDays(700)));
        assertThat(made.authority().getNotAfter().toInstant())
                .isAfter(NOW.plus(Duration.ofDays(3_600)));
        assertThat(made.authorityPem()).isEqualTo(Files.readString(made.ca()));
    }

    @Test
    void keepsWhatItMade() throws IOException {
        HubCertificates made = HubCertificates.ensure(folder, NAMES, NOW);
        String certificate = Files.readString(made.certificate());

        assertThat(HubCertificates.ensure(folder, NAMES, NOW)).isEqualTo(made);
        assertThat(Files.readString(made.certificate())).isEqualTo(certificate);
    }

    @Test
    void letsNobodyElseReadTheKeys() throws IOException {
        HubCertificates.ensure(folder, NAMES, NOW);

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void issuesAnotherCertificateForOtherNamesOfTheSameAuthority() {
        HubCertificates made = HubCertificates.ensure(folder, NAMES, NOW);
        X509Certificate first = certificateOf(made);
        List<String> more = HostNames.of(List.of("other.plant.example"), List.of("::"));

        HubCertificates again = HubCertificates.ensure(folder, more, NOW);

        assertThat(again.authority()).isEqualTo(made.authority());
        assertThat(certificateOf(again)).isNotEqualTo(first);
    }

    @Test
    void renewsACertificateThatEndsWithinAYear() {
        HubCertificates made = HubCertificates.ensure(folder, NAMES, NOW);
        Instant later = NOW.plus(Duration.ofDays(400));

        HubCertificates again = HubCertificates.ensure(folder, NAMES, later);

        assertThat(again.until()).isAfter(later.plus(Duration.ofDays(700)));
        assertThat(again.authority()).isEqualTo(made.authority());
    }

    @Test
    void replacesAServersKeyThatIsBrokenOrBelongsToAnother() throws IOException {
        HubCertificates made = HubCertificates.ensure(folder, NAMES, NOW);
        Files.writeString(made.key(), Pem.secret(Authority.newKeys().getPrivate()));
        HubCertificates second = HubCertificates.ensure(folder, NAMES, NOW);
        assertThat(Pem.read(second.key()).secret()).isNotNull();

        Files.writeString(made.certificate(), "-----BEGIN CERTIFICATE-----\nhalf");
        HubCertificates third = HubCertificates.ensure(folder, NAMES, NOW);

        assertThat(third.authority()).isEqualTo(made.authority());
        assertThat(Pem.read(third.certificate()).certificates()).hasSize(2);
    }

    @Test
    void neverReplacesADamagedAuthority() throws IOException {
        HubCertificates.ensure(folder, NAMES, NOW);
        Path authority = Files.writeString(folder.resolve("authority.pem"), "spoilt");

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> HubCertificates.ensure(folder, NAMES, NOW))
                .withMessageContaining(authority.toString())
                .withMessageContaining("backup")
                .extracting(PkiException::code)
                .isEqualTo("damaged");
        assertThat(authority).hasContent("spoilt");
    }

    @Test
    void bringsThePublicCopyOfTheAuthorityBack() throws IOException {
        HubCertificates made = HubCertificates.ensure(folder, NAMES, NOW);
        Files.delete(made.ca());

        HubCertificates.ensure(folder, NAMES, NOW);

        assertThat(made.ca()).hasContent(made.authorityPem());
    }

    private static X509Certificate certificateOf(HubCertificates of) {
        return Pem.read(of.certificate()).certificates().getFirst();
    }

    private static X509TrustManager trustOf(X509Certificate authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", authority);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return (X509TrustManager) trust.getTrustManagers()[0];
    }
}
