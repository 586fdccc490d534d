package dev.andon.node.sync.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.andon.mqtt.testing.TestBroker;
import dev.andon.node.sync.SyncException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/// How a node is enrolled, and why it is not.
class EnrollerTest {
    @TempDir private static Path certificates;
    @TempDir private Path home;
    private static EnrollingHub hub;
    private static EnrollingHub other;
    private EnrolmentFolder folder;

    @BeforeAll
    static void start() throws Exception {
        hub = new EnrollingHub(certificates.resolve("hub"), "ip:127.0.0.1");
        other = new EnrollingHub(certificates.resolve("other"), "dns:hub.plant.example");
    }

    @AfterAll
    static void stop() {
        hub.close();
        other.close();
    }

    @BeforeEach
    void clean() {
        folder = new EnrolmentFolder(home.resolve("hub"));
        hub.otherwise = null;
        hub.ca = null;
        hub.asked.clear();
        other.asked.clear();
    }

    private Enrolment enrol(String url, String code) {
        return new Enroller(folder).enrol(url, EnrolmentCode.parse(code));
    }

    private SyncException refusal(String url, String code) {
        SyncException refusal = catchThrowableOfType(SyncException.class, () -> enrol(url, code));
        assertThat(folder.read()).isEmpty();
        assertThat(folder.path().resolve("node.key")).doesNotExist();
        return refusal;
    }

    @Test
    void keepsWhatTheHubGivesForThisUserAlone() throws Exception {
        Enrolment enrolment = enrol(hub.url(), hub.code());
        assertThat(enrolment.node()).isEqualTo("press-hall-2");
        assertThat(folder.read()).contains(enrolment);
        assertThat(enrolment.toString()).doesNotContain("s3cret");
        assertThat(enrolment.trustedKeys()).isNotNull();
        assertThat(enrolment.tls()).isNotNull();
        for (String file : new String[] {"enrolment.json", "node.key"}) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.path().resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        assertThat(folder.path().toFile().list()).hasSize(2);
    }

    @Test
    void showsTheHubTheWholeCodeAndAKeyOfItsOwn() throws Exception {
        enrol(hub.url(), hub.code());
        String code = hub.asked.getFirst().path("code").asText();
        assertThat(code).isEqualTo(hub.code().replace("-", "").toUpperCase(Locale.ROOT));
        byte[] key = Base64.getDecoder().decode(hub.asked.getFirst().path("publicKey").asText());
        assertThat(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)))
                .isNotNull();
    }

    @Test
    void sendsNothingToAnotherHub() throws Exception {
        SyncException refusal = refusal(hub.url(), other.code());
        assertThat(refusal.code()).isEqualTo("other-hub");
        assertThat(refusal).hasMessageContaining("mistyped").hasMessageContaining("between");
        assertThat(hub.asked).isEmpty();
    }

    @Test
    void sendsNothingUnderANameThatIsNotInTheCertificate() throws Exception {
        SyncException refusal = refusal(other.url(), other.code());
        assertThat(refusal.code()).isEqualTo("other-name");
        assertThat(refusal).hasMessageContaining("127.0.0.1").hasMessageContaining("web.names");
        assertThat(other.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "410, used-code, The code was used at 12:00.",
        "410, expired-code, The code was good until yesterday.",
        "403, unknown-code, There is no such code.",
        "429, too-many-codes, Too many wrong codes were tried.",
        "503, store, The hub's store is away.",
    })
    void repeatsWhatTheHubSaysAndNamesTheMend(int status, String code, String detail)
            throws Exception {
        hub.otherwise =
                Map.entry(
                        status,
                        "{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                                .formatted(status, code, detail));
        SyncException refusal = refusal(hub.url(), hub.code());
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(detail);
        String mend = status == 429 ? "Wait" : status == 503 ? "still good" : "andon fleet invite";
        assertThat(refusal).hasMessageContaining(mend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"site\":\"plant\"}", "{\"site\":7}"})
    void refusesAnAnswerThatIsNoEnrolment(String body) throws Exception {
        hub.otherwise = Map.entry(200, body);
        assertThat(refusal(hub.url(), hub.code()).code()).isEqualTo("wrong-enrolment");
    }

    @Test
    void refusesAnAnswerThatNamesAnotherAuthority() throws Exception {
        hub.ca = Files.readString(certificates.resolve("other").resolve("ca.pem"));
        assertThat(refusal(hub.url(), hub.code())).hasMessageContaining("another authority");
    }

    @Test
    void refusesAnAnswerThatNeverEnds() throws Exception {
        hub.otherwise = Map.entry(200, "x".repeat(1 << 20));
        assertThat(refusal(hub.url(), hub.code()).code()).isEqualTo("unreachable");
    }

    @Test
    void saysThatNothingListensThere() throws Exception {
        SyncException refusal = refusal("https://127.0.0.1:" + TestBroker.freePort(), hub.code());
        assertThat(refusal.code()).isEqualTo("unreachable");
        assertThat(refusal).hasMessageContaining("andon hub serve");
    }

    @Test
    void saysThatTheNameIsNotKnown() throws Exception {
        SyncException refusal = refusal("https://no-such-hub.invalid:8470", hub.code());
        assertThat(refusal).hasMessageContaining("not known here");
    }

    @Test
    void saysThatTheServerDoesNotSpeakTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (var caller = plain.accept()) {
                                    caller.getOutputStream()
                                            .write("HTTP/1.1 200 OK\n\n".getBytes());
                                } catch (java.io.IOException gone) {
                                    return;
                                }
                            });
            SyncException refusal =
                    refusal("https://127.0.0.1:" + plain.getLocalPort(), hub.code());
            assertThat(refusal.code()).isEqualTo("unreachable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "http://hub:8470", "https://", "https:// hub", "ftp://hub"})
    void refusesWhatIsNoAddress(String url) throws Exception {
        assertThat(refusal(url, hub.code()).code()).isEqualTo("wrong-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABC",
                "ABCD-EFGH",
                "0ABCDEF",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJK"
            })
    void refusesWhatCannotBeACode(String typed) {
        assertThatThrownBy(() -> EnrolmentCode.parse(typed))
                .isInstanceOfSatisfying(
                        SyncException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("wrong-code"))
                .hasMessageContaining("andon fleet invite");
    }

    @Test
    void readsACodeHoweverItIsTyped() throws Exception {
        String code = hub.code();
        assertThat(
                        EnrolmentCode.parse("  " + code.toUpperCase(Locale.ROOT).replace("-", " "))
                                .text())
                .isEqualTo(EnrolmentCode.parse(code).text());
        assertThat(EnrolmentCode.parse(code).toString()).doesNotContain("ABC");
    }

    @Test
    void forgetsAHub() throws Exception {
        enrol(hub.url(), hub.code());
        assertThat(folder.forget()).isTrue();
        assertThat(folder.read()).isEmpty();
        assertThat(folder.path().toFile().list()).isEmpty();
        assertThat(folder.forget()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{\"site\":\"A b\"}"})
    void refusesAFileThatItDidNotWrite(String text) throws Exception {
        Files.createDirectories(folder.path());
        Files.writeString(folder.path().resolve("enrolment.json"), text);
        assertThatThrownBy(() -> folder.read())
                .isInstanceOf(SyncException.class)
                .hasMessageContaining("andon enrol");
    }
}
