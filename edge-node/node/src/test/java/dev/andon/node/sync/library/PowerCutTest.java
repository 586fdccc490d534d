package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A node that is killed while it fetches goes on with the rest, however often.
class PowerCutTest {
    private static final int KILLS = 3;

    /// Blocks that were served and not yet forced to the disk, and those that were on their way.
    private static final int LOST_MAX = PartFile.UNWRITTEN_MAX + FetchPlan.WINDOW_MAX;

    @TempDir Path folder;

    @Test
    void fetchesOnlyTheRestAfterItWasKilled() throws Exception {
        SigningKey key = SigningKey.generate();
        Path secret = Files.write(folder.resolve("secret"), key.secret());
        Path known = Files.write(folder.resolve("known"), key.known());
        Path home = folder.resolve("home");
        Random random = new Random(42);
        int total;
        try (ScriptedHub hub = new ScriptedHub(key)) {
            Px200.manifest(hub, 1, "C");
            total = hub.all().size();
        }
        int onTheDisk = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int blocks = LOST_MAX + 50 + random.nextInt(100);
            onTheDisk += killedAfter(blocks, home, secret, known).size() - LOST_MAX;
        }
        try (ScriptedHub hub = new ScriptedHub(key);
                TestNode node = TestNode.open(home, hub)) {
            hub.connect(node.client);
            hub.release(Px200.manifest(hub, 1, "C"));
            assertThat(node.fact().state()).isEqualTo("installed");
            assertThat(node.ask(Px200.QUESTION).text()).contains(Px200.OF_C);
            assertThat(hub.served.size()).isPositive().isLessThanOrEqualTo(total - onTheDisk);
        }
    }

    /// The blocks that it was given before it was killed.
    private static Set<String> killedAfter(int blocks, Path home, Path secret, Path known)
            throws Exception {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "--add-modules=jdk.incubator.vector",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        CutOffNode.class.getName(),
                                        home.toString(),
                                        secret.toString(),
                                        known.toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Set<String> given = new HashSet<>();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null) {
                if (line.startsWith(CutOffNode.BLOCK)) {
                    given.add(line);
                }
                if (given.size() >= blocks) {
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        assertThat(process.waitFor()).isNotZero();
        assertThat(given).hasSizeGreaterThanOrEqualTo(blocks);
        return given;
    }
}
