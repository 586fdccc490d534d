package dev.andon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.config.DeviceConfig.Answering;
import dev.andon.config.DeviceConfig.Backend;
import dev.andon.config.DeviceConfig.Hearing;
import dev.andon.config.DeviceConfig.Incidents;
import dev.andon.config.DeviceConfig.Limits;
import dev.andon.config.DeviceConfig.Mode;
import dev.andon.config.DeviceConfig.Node;
import dev.andon.config.DeviceConfig.Privacy;
import dev.andon.config.DeviceConfig.Procedures;
import dev.andon.config.DeviceConfig.QuoteFirst;
import dev.andon.config.DeviceConfig.Remote;
import dev.andon.config.DeviceConfig.Retrieval;
import dev.andon.config.DeviceConfig.Server;
import dev.andon.config.DeviceConfig.Shifts;
import dev.andon.config.DeviceConfig.Sync;
import dev.andon.config.DeviceConfig.Tls;
import dev.andon.config.DeviceConfig.Vocabulary;
import dev.andon.config.DeviceConfig.Web;
import dev.andon.config.MachineBroker.Metrics;
import dev.andon.config.MachineBroker.Sparkplug;
import dev.andon.config.MachineBroker.TopicName;
import dev.andon.config.source.Problem;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

class DeviceConfigTest {
    private static final String EVERY_KEY =
            """
            node:
              id: press-7
              site: lyon
            web:
              host: 0.0.0.0
              port: 9000
              tls:
                certificate: c.pem
                key: k.pem
              token: 0123456789abcdef
            hearing:
              model: vosk-model-small-fr-0.22
              vocabulary: model
              utteranceSecondsMax: 20
            retrieval:
              embedder: multilingual-e5-small
            answering:
              model: mistralai/Mistral-7B-Instruct-v0.3
              backend: http
              mode: word
              contextTokens: 2048
              tokensMax: 64
              threads: 4
              gpuLayers: 99
              timeOutSeconds: 12
              firstSentenceMsMax: 3000
              quoteFirst: always
              followUpMsMax: 900
              server:
                url: https://models.plant.example:8443/v1
                key: sk-plant
                caFile: ca.pem
                connectMsMax: 700
                firstTokenMsMax: 4000
              remote:
                documentClasses: [manual, data_sheet]
            sync:
              statusSeconds: 10
              outboxMiBMax: 20
              reserveMiB: 30
            privacy:
              roster: roster.txt
              transcriptDays: 7
            machines:
              url: mqtts://broker.plant.example:8883
              user: edge-1
              password: word
              caFile: ca.pem
              topics: ["machines/{machine}/state"]
              names:
                - name: hall2-p3
                  machine: press-3
              sparkplug:
                group: Lyon
                machines:
                  - machine: press-4
                    device: edge-7/press-4
                    state: Status/Running
                    running: ["true"]
                    stopped: ["false", 0]
                    fault: Status/Fault
            incidents:
              reopenMinutes: 30
              microStopMinutes: 3
            limits:
              questionWordsMax: 60
              uploadMiBMax: 50
              frameKiBMax: 32
              stationsMax: 4
            handover:
              shifts: ["05:30", "17:30"]
              zone: Europe/Berlin
            procedures:
              longPauseHours: 12
            """;

    private static final Answering ANSWERING =
            new Answering(
                    null,
                    Backend.NONE,
                    Mode.SELECT,
                    4096,
                    120,
                    0,
                    0,
                    30,
                    2000,
                    QuoteFirst.AUTO,
                    1500,
                    new Server(null, null, null, 1000, 10_000),
                    new Remote(List.of()));

    @TempDir Path folder;

    @Test
    void defaults() {
        assertThat(DeviceConfig.defaults())
                .isEqualTo(
                        new DeviceConfig(
                                new Node("node-1", "plant"),
                                new Web("127.0.0.1", 8466, null, null),
                                new Hearing("vosk-andon-en", Vocabulary.PLANT, 30),
                                new Retrieval("e5-small-v2-q"),
                                ANSWERING,
                                new Sync(30, 512, 64),
                                new Privacy(null, 30),
                                new MachineBroker(
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        List.of(),
                                        new Sparkplug(null, List.of())),
                                new Incidents(60, 5),
                                new Limits(200, 16, 64, 8),
                                new Shifts(
                                        List.of(
                                                LocalTime.of(6, 0),
                                                LocalTime.of(14, 0),
                                                LocalTime.of(22, 0)),
                                        null),
                                new Procedures(8)));
    }

    @Test
    void everyKeyIsMapped() throws IOException {
        Path certificate = Files.writeString(folder.resolve("c.pem"), "c");
        Path key = Files.writeString(folder.resolve("k.pem"), "k");
        Path ca = Files.writeString(folder.resolve("ca.pem"), "ca");
        Path roster = Files.writeString(folder.resolve("roster.txt"), "Marguerite Dupont");

        assertThat(read(EVERY_KEY))
                .isEqualTo(
                        new DeviceConfig(
                                new Node("press-7", "lyon"),
                                new Web(
                                        "0.0.0.0",
                                        9000,
                                        new Tls(certificate, key),
                                        new Secret("0123456789abcdef")),
                                new Hearing("vosk-model-small-fr-0.22", Vocabulary.MODEL, 20),
                                new Retrieval("multilingual-e5-small"),
                                new Answering(
                                        "mistralai/Mistral-7B-Instruct-v0.3",
                                        Backend.HTTP,
                                        Mode.WORD,
                                        2048,
                                        64,
                                        4,
                                        99,
                                        12,
                                        3000,
                                        QuoteFirst.ALWAYS,
                                        900,
                                        new Server(
                                                URI.create("https://models.plant.example:8443/v1"),
                                                new Secret("sk-plant"),
                                                ca,
                                                700,
                                                4000),
                                        new Remote(List.of("manual", "data_sheet"))),
                                new Sync(10, 20, 30),
                                new Privacy(roster, 7),
                                new MachineBroker(
                                        URI.create("mqtts://broker.plant.example:8883"),
                                        "edge-1",
                                        new Secret("word"),
                                        ca,
                                        List.of("machines/{machine}/state"),
                                        List.of(new TopicName("hall2-p3", "press-3")),
                                        new Sparkplug(
                                                "Lyon",
                                                List.of(
                                                        new Metrics(
                                                                "press-4",
                                                                "edge-7/press-4",
                                                                "Status/Running",
                                                                List.of("true"),
                                                                List.of("false", "0"),
                                                                "Status/Fault")))),
                                new Incidents(30, 3),
                                new Limits(60, 50, 32, 4),
                                new Shifts(
                                        List.of(LocalTime.of(5, 30), LocalTime.of(17, 30)),
                                        ZoneId.of("Europe/Berlin")),
                                new Procedures(12)));
        // The other way to give the token and the key is tried below.
        assertThat(ConfigFile.keys())
                .extracting(ConfigKey::path)
                .allMatch(
                        path ->
                                path.equals("web.tokenFile")
                                        || path.equals("answering.server.keyFile")
                                        || path.equals("machines.passwordFile")
                                        || EVERY_KEY.contains(
                                                " "
                                                        + path.substring(path.lastIndexOf('.') + 1)
                                                        + ":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing said\n", "web:\n", "web:\n  tls:\n", "\uFEFFweb:\n"})
    void takesTheDefaultsForWhatIsNotSaid(String yaml) throws IOException {
        assertThat(read(yaml)).isEqualTo(DeviceConfig.defaults());
    }

    @ParameterizedTest
    @CsvSource({
        "'web: {prot: 1}', web.prot, web.port",
        "'web:\n  port: 1\n  tls: {certifcate: a}', web.tls.certifcate, web.tls.certificate",
        "'port: 1', port, web.port",
        "'hearing: {gpuLayers: 1}', hearing.gpuLayers, answering.gpuLayers",
        "'limts: {}', limts, limits",
        "'machines: {usr: a}', machines.usr, machines.user",
        "'machines: {names: [{nam: a}]}', machines.names[].nam, machines.names[].name",
        "'machines: {sparkplug: {machines: [{metric: a}]}}',"
                + " machines.sparkplug.machines[].metric,"
                + " machines.sparkplug.machines[].device",
    })
    void refusesAnUnknownKeyAndNamesTheNearest(String yaml, String key, String nearest) {
        assertRefused(yaml)
                .withMessageContaining(key + ":")
                .withMessageContaining("did you mean \"" + nearest + "\"");
    }

    @Test
    void namesKeyValueRangeFileAndLine() {
        assertRefused("# a comment\nweb:\n  host: localhost\n  port: 70000\n")
                .withMessage(
                        folder.resolve("andon.yaml")
                                + ", line 4, web.port: \"70000\" is not allowed; write a whole"
                                + " number from 0 to 65535");
    }

    @Test
    void namesEveryProblemAtOnce() {
        ConfigException refused =
                assertRefusedWith(
                        "web: {port: x}\nhearing: {vocabulary: plnt}\nnode: {id: A B}\nfoo: 1\n");

        assertThat(refused.problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("web.port", "hearing.vocabulary", "node.id", "foo");
    }

    @ParameterizedTest
    @CsvSource({
        "'web: 8466', a section is expected",
        "'web: {port: [1]}', a single value is expected",
        "'web: {port: }', it has no value",
        "'answering: {backend: llamacpp}', llamacpp needs a model",
        "'answering: {backend: http, server: {url: \"http://localhost/v1\"}}', http needs a model",
        "'answering: {backend: http, model: m}', 'answering.backend: http needs a server'",
        "'answering: {backend: llamacpp, model: a/b}', answering.model",
        "'answering: {mode: word}', 'answering.mode: word needs a language model'",
        "'answering: {server: {url: \"http://localhost/v1\"}}', answering.server.url: there is no",
        "'answering: {server: {key: abc}}', answering.server.key: there is no server",
        "'answering: {remote: {documentClasses: [manual]}}', answering.remote: nothing leaves",
        "'answering: {remote: {documentClasses: [all]}}', answering.remote.documentClasses",
        "'answering: {backend: http, model: m, server: {url: \"http://box/v1\"}}', nothing is"
                + " encrypted",
        "'answering: {backend: http, model: m, server: {url: \"http://u@box/v1\"}}', is not"
                + " allowed",
        "'machines: {url: \"http://x\"}', machines.url",
        "'machines: {url: \"mqtt://x:1\"}', nothing is listened to there",
        "'machines: {topics: [a/b]}', machines.topics: an entry is not allowed",
        "'machines: {topics: [\"a/{machine}\"]}', there is no broker",
        "'machines: {user: u}', machines.user: it needs a password",
        "'machines: {url: \"mqtt://x:1\", topics: [\"{machine}\"], password: w}', not be encrypted",
        "'machines: {names: [{name: a}]}', 'machines.names[].machine: it is missing'",
        "'machines: {names: {name: a}}', 'machines.names: a list is expected'",
        "'machines: {names: [a]}', 'machines.names: an entry is no section'",
        "'machines: {sparkplug: {group: a}}', belong together",
        "'machines: {sparkplug: {machines: [{machine: a, device: b, state: c, running: [x],"
                + " stopped: [x]}]}}', both running and stopped",
        "'machines: {sparkplug: {machines: [{machine: a, device: b, state: c, running: [x]}]}}',"
                + " machines.sparkplug.machines[].stopped: no value means it",
        "'web: {host: 0.0.0.0}', there is no token",
        "'web: {host: 0.0.0.0, token: 0123456789abcdef}', nothing is encrypted",
        "'web: {tls: {certificate: andon.yaml}}', belong together",
        "'web: {tls: {certificate: none.pem, key: none.pem}}', a file that this user may read",
        "'web: {token: 0123456789abcdef, tokenFile: andon.yaml}', exclude each other",
        "'web: {port: 1}\nweb: {port: 2}', 'stands here again, first in line 1'",
        "'handover: {shifts: [\"25:00\"]}', an entry is not allowed",
        "'handover: {shifts: []}', there is no shift",
        "'handover: {shifts: [\"14:00\", \"06:00\"]}', the earliest first",
        "'handover: {shifts: [\"14:00\", \"14:00\"]}', each start once",
        "'handover: {zone: Europe/Berln}', is no zone of time",
        "'web: {port: 1', not YAML",
        "'- web', must consist of keys",
        "'a: &x 1\nb: *x', anchors",
        "'web: {port: 1}\n---\nweb: {port: 2}', a second document",
    })
    void refuses(String yaml, String why) {
        assertRefused(yaml).withMessageContaining(why);
    }

    @Test
    void readsTheTokenFromItsFile() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "abcdefghijklmnop\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));

        Secret secret = read("web: {tokenFile: token}").web().token();

        assertThat(secret).isEqualTo(new Secret("abcdefghijklmnop")).hasToString("****");
        assertThat(secret.matches("abcdefghijklmnop")).isTrue();
        assertThat(secret.matches("abcdefghijklmnoq")).isFalse();
    }

    @Test
    void readsTheKeyOfAServerFromItsFileAndNeverShowsIt() throws IOException {
        Path key = Files.writeString(folder.resolve("model-key"), "sk-1\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        Server server =
                read("""
                answering:
                  backend: http
                  model: mistral:7b
                  server: {url: "http://[::1]:11434/v1", keyFile: model-key}
                """)
                        .answering()
                        .server();

        assertThat(server.key()).isEqualTo(new Secret("sk-1"));
        assertThat(server.toString()).doesNotContain("sk-1");
    }

    @Test
    void refusesATokenThatEverybodyCanRead() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "abcdefghijklmnop");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));

        assertRefused("web: {tokenFile: token}").withMessageContaining("chmod o-rwx");
    }

    @Test
    void neverShowsASecret() {
        assertRefused("web: {token: tooshort}").withMessageNotContaining("tooshort");

        assertThat(new Web("h", 1, null, new Secret("hidden")).toString()).doesNotContain("hidden");
    }

    @Test
    void refusesAMissingFile() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> DeviceConfig.read(folder.resolve("none.yaml")))
                .withMessageContaining("there is no such file");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("andon.yaml");
        Files.write(file, new byte[] {'w', 'e', 'b', ':', '\n', '#', (byte) 0xE4, '\n'});

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> DeviceConfig.read(file))
                .withMessageContaining("line 2")
                .withMessageContaining("0xE4")
                .withMessageContaining("save the file as UTF-8");
    }

    @Test
    void takesTheFileInTheNodesFolderIfThereIsOne() throws IOException {
        NodeHome home = new NodeHome(folder);
        assertThat(DeviceConfig.of(home)).isEqualTo(DeviceConfig.defaults());

        Files.writeString(home.config(), "node: {id: press-7}");

        assertThat(DeviceConfig.of(home).node().id()).isEqualTo("press-7");
    }

    private DeviceConfig read(String yaml) throws IOException {
        return DeviceConfig.read(Files.writeString(folder.resolve("andon.yaml"), yaml));
    }

    private ThrowableAssertAlternative<ConfigException> assertRefused(String yaml) {
        return assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> read(yaml));
    }

    private ConfigException assertRefusedWith(String yaml) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                ConfigException.class, () -> read(yaml));
    }
}
