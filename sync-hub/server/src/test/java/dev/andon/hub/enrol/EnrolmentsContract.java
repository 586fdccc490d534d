package dev.andon.hub.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.pki.HostNames;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What holds on every database.
abstract class EnrolmentsContract {
    private static final Duration DAY = Duration.ofHours(24);
    private static final String KEY =
            Base64.getEncoder().encodeToString(SigningKey.generate().known());

    @TempDir Path folder;

    private final List<String> revoked = new ArrayList<>();
    private Instant now = Instant.parse("2026-07-01T08:00:00Z");
    HubStore store;
    private Enrolments enrolments;

    /// A database that holds nothing yet.
    abstract StoreSettings settings();

    @BeforeEach
    void open() throws IOException {
        store = HubStore.open(settings());
        enrolments = new Enrolments(store, authority("a").authority(), () -> now, revoked::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tradesACodeForCredentials() {
        Invitation.Open invited = invite("edge-1");
        assertThat(invited.code()).matches("([A-Z2-7]{6}-){6}[A-Z2-7]{6}");
        assertThat(invited.expires()).isEqualTo(now.plus(DAY));
        assertThat(invited.replaces()).isFalse();

        Enrolment.Done done = (Enrolment.Done) enrolments.enrol(invited.code(), KEY);

        assertThat(done.node()).isEqualTo("edge-1");
        assertThat(enrolments.admits("edge-1", done.password())).isTrue();
        assertThat(enrolments.admits("edge-1", done.password() + "x")).isFalse();
        assertThat(enrolments.admits("edge-2", done.password())).isFalse();
        assertThat(enrolments.nodes()).containsExactly(new EnrolledNode("edge-1", now, null));
    }

    @Test
    void takesTheCodeHoweverItIsTyped() {
        String typed = invite("edge-1").code().toLowerCase(Locale.ROOT).replace('-', ' ');

        assertThat(enrolments.enrol(" " + typed, KEY)).isInstanceOf(Enrolment.Done.class);
    }

    @Test
    void takesACodeOnceEvenWhenManyAskAtTheSameMoment() throws Exception {
        String code = invite("edge-1").code();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Enrolment>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(() -> enrolments.enrol(code, KEY)));
            }
            int done = 0;
            for (Future<Enrolment> each : asked) {
                done += each.get() instanceof Enrolment.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertRefused(enrolments.enrol(code, KEY), "used-code", "fleet invite");
    }

    @Test
    void takesNoCodeThatHasExpired() {
        String code = invite("edge-1").code();
        now = now.plus(DAY);

        assertRefused(enrolments.enrol(code, KEY), "expired-code", "fleet invite");
        assertThat(enrolments.nodes()).isEmpty();
    }

    @Test
    void takesOnlyTheNewestCodeOfANode() {
        String first = invite("edge-1").code();
        String second = invite("edge-1").code();

        assertRefused(enrolments.enrol(first, KEY), "wrong-code", "newer");
        assertThat(enrolments.enrol(second, KEY)).isInstanceOf(Enrolment.Done.class);
    }

    @Test
    void replacesTheCredentialsOfANodeThatEnrolsAgain() {
        Enrolment.Done first = enrol("edge-1");
        revoked.clear();
        Invitation.Open again = invite("edge-1");
        assertThat(again.replaces()).isTrue();
        assertThat(enrolments.admits("edge-1", first.password())).isTrue();

        Enrolment.Done second = (Enrolment.Done) enrolments.enrol(again.code(), KEY);

        assertThat(enrolments.admits("edge-1", first.password())).isFalse();
        assertThat(enrolments.admits("edge-1", second.password())).isTrue();
        assertThat(revoked).containsExactly("edge-1");
    }

    @Test
    void removesANodeAndItsInvitation() {
        Enrolment.Done done = enrol("edge-1");
        String code = invite("edge-1").code();
        revoked.clear();

        assertThat(enrolments.remove("edge-1")).isTrue();

        assertThat(revoked).containsExactly("edge-1");
        assertThat(enrolments.admits("edge-1", done.password())).isFalse();
        assertRefused(enrolments.enrol(code, KEY), "wrong-code", "does not know");
        assertThat(enrolments.remove("edge-1")).isFalse();
    }

    @Test
    void takesANodeBackThatEnrolsAnew() {
        store.write(handle -> handle.execute("insert into removed_node values ('edge-1', 1)"));
        enrol("edge-1");
        int removed =
                store.read(
                        handle ->
                                handle.createQuery("select count(*) from removed_node")
                                        .mapTo(Integer.class)
                                        .one());
        assertThat(removed).isZero();
    }

    @Test
    void tellsAMistypedCodeFromOneOfAnotherHub() throws IOException {
        String own = invite("edge-1").code();
        Enrolments other =
                new Enrolments(store, authority("b").authority(), () -> now, revoked::add);

        assertRefused(enrolments.enrol(own.substring(1), KEY), "not-a-code", "42");
        assertRefused(enrolments.enrol(own.replace(own.charAt(0), '1'), KEY), "not-a-code", "");
        assertRefused(other.enrol(own, KEY), "other-hub", "another hub");
        assertRefused(enrolments.enrol(own, "bm8ga2V5"), "invalid-key", "Ed25519");
        assertThat(enrolments.enrol(own, KEY)).isInstanceOf(Enrolment.Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Edge, invalid-node",
        "'', invalid-node",
        "a/b, invalid-node",
        "'#', invalid-node",
        "hub, reserved-node",
        "hub-ingest-1, reserved-node"
    })
    void invitesNobodyOfSuchAName(String node, String code) {
        assertThat(enrolments.invite(node, DAY))
                .isInstanceOfSatisfying(
                        Invitation.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void writesTheLinesOfMosquittosPasswordFile() {
        enrol("edge-1");

        assertThat(enrolments.passwordFile("word-of-the-hub"))
                .hasSize(2)
                .allMatch(
                        line ->
                                line.matches(
                                        "(edge-1|hub):\\$7\\$1000\\$[A-Za-z0-9+/]{16}\\$.{88}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "$6$abc$def", "$7$x$AAAA$AAAA", "$7$0$AAAA$AAAA", "$7$99999999$A$A"})
    void admitsNobodyByAHashThatIsNone(String hash) {
        assertThat(PasswordHash.matches(hash, "word")).isFalse();
    }

    @Test
    void boundsWrongCodesByAddressAndInAll() {
        WrongCodes wrong = new WrongCodes(() -> now);
        for (int i = 0; i < 5; i++) {
            assertThat(wrong.allows("10.0.0.1")).isTrue();
            wrong.count("10.0.0.1");
        }
        assertThat(wrong.allows("10.0.0.1")).isFalse();
        assertThat(wrong.allows("10.0.0.2")).isTrue();
        for (int i = 0; i < 95; i++) {
            wrong.count("10.1.0." + i);
        }
        assertThat(wrong.allows("10.0.0.2")).isFalse();

        now = now.plus(Duration.ofMinutes(1));
        assertThat(wrong.allows("10.0.0.1")).isTrue();
    }

    private HubCertificates authority(String name) throws IOException {
        return HubCertificates.ensure(
                Files.createDirectories(folder.resolve(name)),
                HostNames.of(List.of(), List.of()),
                Instant.now());
    }

    Invitation.Open invite(String node) {
        return (Invitation.Open) enrolments.invite(node, DAY);
    }

    Enrolment.Done enrol(String node) {
        return (Enrolment.Done) enrolments.enrol(invite(node).code(), KEY);
    }

    private static void assertRefused(Enrolment came, String code, String words) {
        assertThat(came)
                .isInstanceOfSatisfying(
                        Enrolment.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.reason()).contains(words);
                        });
    }
}
