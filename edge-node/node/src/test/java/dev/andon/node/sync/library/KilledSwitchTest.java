package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.Reply;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A node that is killed while it takes a revision into use serves the old one or the new one
/// whole, and then goes on to the new one without the hub.
class KilledSwitchTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void servesOneRevisionWholeAndFinishes(Moment moment) throws Exception {
        SigningKey key = SigningKey.generate();
        Path home = folder.resolve("home");
        try (ScriptedHub hub = new ScriptedHub(key);
                TestNode node = TestNode.open(home, hub)) {
            hub.connect(node.client);
            hub.release(Torques.manifest(hub, 1, "B"));
            assertThat(node.fact().state()).isEqualTo("installed");
        }
        killAt(moment, home, key);
        try (ScriptedHub hub = new ScriptedHub(key);
                TestNode node = TestNode.open(home, hub)) {
            while (node.facts.isEmpty()) {
                assertThat(Torques.revision(node.ask(Torques.QUESTION))).isIn("B", "C");
            }
            assertThat(node.fact().state()).isEqualTo("installed");
            Reply reply = node.ask(Torques.QUESTION);
            assertThat(Torques.revision(reply)).isEqualTo("C");
            assertThat(node.client.installed())
                    .extracting(each -> each.revision() + " " + each.serving())
                    .containsExactlyInAnyOrder("B false", "C true");
            assertThat(node.node.manuals())
                    .extracting(each -> each.manual().revision() + " " + each.current())
                    .containsExactlyInAnyOrder("B false", "C true");
            assertThat(hub.bytes).hasValue(0);
        }
    }

    private void killAt(Moment moment, Path home, SigningKey key) throws Exception {
        Path secret = Files.write(folder.resolve("secret"), key.secret());
        Path known = Files.write(folder.resolve("known"), key.known());
        Path complaints = folder.resolve("complaints");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "--add-modules=jdk.incubator.vector",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        DoomedNode.class.getName(),
                                        home.toString(),
                                        secret.toString(),
                                        known.toString(),
                                        moment.name()))
                        .redirectError(complaints.toFile())
                        .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (line.equals(moment.line())) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        assertThat(lines).as(Files.readString(complaints)).contains(moment.line());
    }
}
