package dev.andon.hub.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.config.HubHome;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.TrustedKeys;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class HubKeysTest {
    @TempDir Path folder;

    private HubHome home;

    @BeforeEach
    void create() {
        home = new HubHome(folder).create();
    }

    @Test
    void keepsWhatItMade() {
        HubKeys made = HubKeys.ensure(home);
        HubKeys again = HubKeys.ensure(home);

        assertThat(again.broker()).isEqualTo(made.broker());
        assertThat(again.admin()).isEqualTo(made.admin()).isNotEqualTo(made.broker());
        byte[] payload = {1, 2, 3};
        SignedEnvelope signed = again.library().sign(SignedEnvelope.CATALOG, payload);
        assertThat(
                        TrustedKeys.of(List.of(made.library().known()))
                                .open(signed, SignedEnvelope.CATALOG))
                .isEqualTo(payload);
    }

    @Test
    void letsNobodyElseReadThemAndNeverShowsThem() throws IOException {
        HubKeys made = HubKeys.ensure(home);

        for (Path file :
                List.of(
                        home.adminToken(),
                        home.keys().resolve("broker-password"),
                        home.keys().resolve("library-signing.pem"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(made.toString())
                .doesNotContain(made.broker().reveal())
                .doesNotContain(made.admin().reveal());
    }

    @Test
    void refusesWhatIsDamagedAndLeavesItAsItIs() throws IOException {
        HubKeys.ensure(home);
        Path file = Files.writeString(home.keys().resolve("library-signing.pem"), "");

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> HubKeys.ensure(home))
                .withMessageContaining("library-signing.pem")
                .withMessageContaining("enrol again");
        assertThat(file).isEmptyFile();
    }
}
