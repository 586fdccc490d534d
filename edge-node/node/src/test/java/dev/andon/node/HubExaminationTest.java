package dev.andon.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.mqtt.testing.TestAuthority;
import dev.andon.node.doctor.Finding;
import dev.andon.node.doctor.Finding.Verdict;
import dev.andon.node.sync.Contact;
import dev.andon.node.sync.LinkState;
import dev.andon.protocol.signature.SigningKey;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class HubExaminationTest {
    private static final long NOW = 1_782_212_400_000L;

    @TempDir private Path folder;

    @Test
    void isContentWithoutAHub() {
        assertThat(findings()).hasSize(1);
        assertThat(finding("hub").verdict()).isEqualTo(Verdict.OK);
        assertThat(finding("hub").detail()).contains("not enrolled");
    }

    @Test
    void saysWhatMendsAnEnrolmentThatCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("enrolment.json"), "{}");
        assertThat(finding("hub").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding("hub").mend()).contains("andon enrol");
    }

    @Test
    void saysThatNobodyListensAtTheBroker() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        enrol("tcp://127.0.0.1:" + port, "");
        assertThat(finding("hub").verdict()).isEqualTo(Verdict.OK);
        Finding broker = finding("hub's broker");
        assertThat(broker.verdict()).isEqualTo(Verdict.NOTE);
        assertThat(broker.detail()).contains("does not answer");
        assertThat(broker.mend()).contains("andon hub serve");
    }

    @Test
    void findsTheBrokerThatItIsEnrolledAt() throws Exception {
        TestAuthority authority = TestAuthority.in(folder.resolve("tls"), "ip:127.0.0.1");
        try (ServerSocket server = listening(authority)) {
            enrol("ssl://127.0.0.1:" + server.getLocalPort(), Files.readString(authority.caFile()));
            assertThat(finding("hub's broker").verdict()).isEqualTo(Verdict.OK);
        }
    }

    @Test
    void doesNotTakeAnotherForIt() throws Exception {
        TestAuthority mine = TestAuthority.in(folder.resolve("mine"), "ip:127.0.0.1");
        TestAuthority other = TestAuthority.in(folder.resolve("other"), "ip:127.0.0.1");
        TestAuthority elsewhere = TestAuthority.in(folder.resolve("else"), "dns:elsewhere.example");
        try (ServerSocket server = listening(other);
                ServerSocket misnamed = listening(elsewhere)) {
            enrol("ssl://127.0.0.1:" + server.getLocalPort(), Files.readString(mine.caFile()));
            assertThat(finding("hub's broker").verdict()).isEqualTo(Verdict.NOTE);
            assertThat(finding("hub's broker").mend()).contains("clocks", "andon enrol");
            enrol(
                    "ssl://127.0.0.1:" + misnamed.getLocalPort(),
                    Files.readString(elsewhere.caFile()));
            assertThat(finding("hub's broker").verdict()).isEqualTo(Verdict.NOTE);
        }
    }

    @Test
    void tellsWhenTheHubLastAnswered() throws IOException {
        enrol("tcp://127.0.0.1:1", "");
        assertThat(heard().detail()).isEqualTo("none yet; andon serve does not run");
        contact(NOW - 1_000, NOW - 300_000, LinkState.State.OK, null);
        assertThat(heard().verdict()).isEqualTo(Verdict.OK);
        assertThat(heard().detail()).startsWith("5 min ago (");
        contact(NOW - 1_000, NOW - 7_200_000, LinkState.State.OK, null);
        assertThat(heard().mend()).contains("andon hub serve");
        contact(NOW - 1_000, NOW - 300_000, LinkState.State.FAILED, "Enrol the node anew.");
        assertThat(heard().mend()).isEqualTo("Enrol the node anew.");
        contact(NOW - 600_000, NOW - 600_000, LinkState.State.OK, null);
        assertThat(heard().mend()).contains("andon serve");
    }

    private Finding heard() {
        return finding("hub's last answer");
    }

    private void contact(long at, long heardAt, LinkState.State state, @Nullable String mend) {
        new Contact(at, 1, heardAt, new LinkState(state, "code", "As it is.", mend)).write(folder);
    }

    private void enrol(String broker, String ca) throws IOException {
        Files.writeString(
                folder.resolve("enrolment.json"),
                """
                {"site": "plant", "node": "edge-1", "hub": "https://127.0.0.1:8470", "broker": "%s",
                "user": "edge-1", "password": "word", "ca": "%s", "keys": ["%s"]}
                """
                        .formatted(
                                broker,
                                ca.replace("\n", "\\n"),
                                Base64.getEncoder().encodeToString(SigningKey.generate().known())));
    }

    /// Greets whoever comes; ends when it is closed.
    private static ServerSocket listening(TestAuthority authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] secret = authority.secret().toCharArray();
        try (InputStream in = Files.newInputStream(authority.keyStore())) {
            store.load(in, secret);
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, secret);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        ServerSocket server = context.getServerSocketFactory().createServerSocket(0);
        Thread.ofPlatform().daemon(true).start(() -> greet(server));
        return server;
    }

    private static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
                socket.getInputStream().read();
            } catch (IOException refusedOrClosed) {
                continue;
            }
        }
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        HubExamination.examine(folder, NOW, findings::add);
        return findings;
    }

    private Finding finding(String name) {
        return findings().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
