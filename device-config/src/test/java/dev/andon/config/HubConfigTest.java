package dev.andon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.config.HubConfig.Broker;
import dev.andon.config.HubConfig.BrokerKind;
import dev.andon.config.HubConfig.Hub;
import dev.andon.config.HubConfig.Ingest;
import dev.andon.config.HubConfig.Library;
import dev.andon.config.HubConfig.Plain;
import dev.andon.config.HubConfig.Privacy;
import dev.andon.config.HubConfig.Store;
import dev.andon.config.HubConfig.Web;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class HubConfigTest {
    private static final String EVERY_KEY =
            """
            hub:
              site: lyon
            web:
              host: 0.0.0.0
              port: 9443
              names: [hub.lyon.example, 10.0.0.7]
            broker:
              kind: external
              url: ssl://mqtt.lyon.example:8884
              caFile: ca.pem
              user: andon
              password: secret-of-the-broker
            store:
              url: jdbc:postgresql://db.lyon.example:5432/andon
              user: andon
              password: secret-of-the-store
              connectionsMax: 20
            ingest:
              workers: 2
            library:
              catalogDays: 7
              manifestDays: 90
            privacy:
              transcriptDays: 7
            """;

    /// These exclude the ones above.
    private static final String KEYS_OF_THE_EMBEDDED =
            """
            broker:
              kind: embedded
              host: 10.0.0.7
              port: 0
              plain: loopback
              plainPort: 1884
            """;

    @TempDir Path folder;

    @Test
    void defaults() {
        assertThat(HubConfig.defaults())
                .isEqualTo(
                        new HubConfig(
                                new Hub("plant"),
                                new Web("127.0.0.1", 8470, List.of()),
                                new Broker(
                                        BrokerKind.EMBEDDED,
                                        "127.0.0.1",
                                        8883,
                                        Plain.NONE,
                                        1883,
                                        null,
                                        null,
                                        null,
                                        null),
                                new Store(null, null, null, 8),
                                new Ingest(1),
                                new Library(14, 365),
                                new Privacy(30)));
    }

    @Test
    void everyKeyIsMapped() throws IOException {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "ca");

        assertThat(read(EVERY_KEY))
                .isEqualTo(
                        new HubConfig(
                                new Hub("lyon"),
                                new Web("0.0.0.0", 9443, List.of("hub.lyon.example", "10.0.0.7")),
                                new Broker(
                                        BrokerKind.EXTERNAL,
                                        "127.0.0.1",
                                        8883,
                                        Plain.NONE,
                                        1883,
                                        URI.create("ssl://mqtt.lyon.example:8884"),
                                        ca,
                                        "andon",
                                        new Secret("secret-of-the-broker")),
                                new Store(
                                        "jdbc:postgresql://db.lyon.example:5432/andon",
                                        "andon",
                                        new Secret("secret-of-the-store"),
                                        20),
                                new Ingest(2),
                                new Library(7, 90),
                                new Privacy(7)));
        assertThat(read(KEYS_OF_THE_EMBEDDED).broker())
                .isEqualTo(
                        new Broker(
                                BrokerKind.EMBEDDED,
                                "10.0.0.7",
                                0,
                                Plain.LOOPBACK,
                                1884,
                                null,
                                null,
                                null,
                                null));
        // The other way to give a password is tried below.
        assertThat(HubConfigFile.keys())
                .extracting(ConfigKey::path)
                .filteredOn(path -> !path.endsWith(".passwordFile"))
                .allMatch(path -> (EVERY_KEY + KEYS_OF_THE_EMBEDDED).contains(last(path) + ":"));
    }

    @Test
    void readsThePasswordsFromTheirFilesAndNeverShowsThem() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "hidden-word\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));

        HubConfig config =
                read(
                        """
                        broker: {kind: external, url: "tcp://localhost:1883", user: u, passwordFile: password}
                        store: {user: u, passwordFile: password}
                        """);

        assertThat(config.broker().password()).isEqualTo(new Secret("hidden-word"));
        assertThat(config.store().password()).isEqualTo(new Secret("hidden-word"));
        assertThat(config.toString()).doesNotContain("hidden-word");
    }

    @Test
    void namesTheNearestKey() {
        assertRefused("broker: {plainport: 1}").withMessageContaining("\"broker.plainPort\"");
        assertRefused("brocker: {port: 1}").withMessageContaining("did you mean \"broker\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'web: {port: 70000}', a whole number from 0 to 65535",
        "'web: {names: [\"a b\"]}', an entry is not allowed",
        "'web: {names: hub}', a list is expected",
        "'broker: {kind: external}', external needs a broker",
        "'broker: {kind: external, url: \"ssl://hub:1\", port: 1}', decides that itself",
        "'broker: {url: \"ssl://hub:1\"}', the embedded broker has none",
        "'broker: {kind: external, url: \"ssl://hub\"}', names no host and port",
        "'broker: {kind: external, url: \"tcp://hub:1883\"}', nothing is encrypted",
        "'broker: {kind: external, url: \"ssl://hub:1\", password: a}', it belongs to a user",
        "'broker: {kind: external, url: \"ssl://hub:1\", user: a}', it needs a password",
        "'store: {password: a}', it belongs to a user",
        "'store: {url: \"jdbc:mysql://a/b\"}', is not allowed",
    })
    void refuses(String yaml, String why) {
        assertRefused(yaml).withMessageContaining(why);
    }

    @Test
    void takesTheFileInTheHubsFolderIfThereIsOne() throws IOException {
        HubHome home = new HubHome(folder);
        assertThat(HubConfig.of(home)).isEqualTo(HubConfig.defaults());

        Files.writeString(home.config(), "hub: {site: lyon}");

        assertThat(HubConfig.of(home).hub().site()).isEqualTo("lyon");
    }

    private static String last(String path) {
        return " " + path.substring(path.lastIndexOf('.') + 1);
    }

    private HubConfig read(String yaml) throws IOException {
        return HubConfig.read(Files.writeString(folder.resolve("hub.yaml"), yaml));
    }

    private ThrowableAssertAlternative<ConfigException> assertRefused(String yaml) {
        return assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> read(yaml));
    }
}
