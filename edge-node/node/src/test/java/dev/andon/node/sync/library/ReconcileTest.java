package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.NodeHome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What was installed serves again after a loss, out of the files that are kept.
class ReconcileTest {
    @TempDir Path folder;
    private final ScriptedHub hub = new ScriptedHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void fillsAnIndexThatWasSetAsideWithoutTheHub() throws Exception {
        installBoth();
        delete(new NodeHome(folder).database());
        hub.bytes.set(0);
        try (TestNode node = TestNode.open(folder, hub)) {
            awaitAnswer(node, Torques.OF_C);
            var old = Torques.manifest(hub, 1, "B");
            hub.connect(node.client);
            hub.wants(ScriptedHub.entry(old, hub.publish(old), true));
            assertThat(node.fact().state()).isEqualTo("rolled-back");
            awaitAnswer(node, Torques.OF_B);
        }
        assertThat(hub.bytes).hasValue(0);
    }

    @Test
    void fetchesAFileAgainThatWasDamagedWhereItLay() throws Exception {
        installBoth();
        delete(new NodeHome(folder).database());
        Path file =
                folder.resolve("library/.files/manual/%s/2/content".formatted(Torques.ID))
                        .resolve("torques-C.md");
        Files.writeString(file, "# Nothing\n");
        try (TestNode node = TestNode.open(folder, hub)) {
            hub.connect(node.client);
            assertThat(node.fact().state()).isEqualTo("installed");
            awaitAnswer(node, Torques.OF_C);
        }
    }

    @Test
    void installsEverythingAnewWhenItsLedgerIsDamaged() throws Exception {
        installBoth();
        Files.writeString(folder.resolve("library/library.db"), "no database".repeat(500));
        try (TestNode node = TestNode.open(folder, hub)) {
            awaitAnswer(node, Torques.OF_C);
            hub.connect(node.client);
            assertThat(node.fact().state()).isEqualTo("installed");
            assertThat(node.client.installed()).hasSize(1);
            awaitAnswer(node, Torques.OF_C);
        }
    }

    private void installBoth() throws Exception {
        try (TestNode node = TestNode.open(folder, hub)) {
            hub.connect(node.client);
            hub.release(Torques.manifest(hub, 1, "B"));
            node.fact();
            hub.release(Torques.manifest(hub, 2, "C"));
            node.fact();
        }
        hub.cut();
        hub.settle();
    }

    private static void awaitAnswer(TestNode node, String value) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        String text = node.ask(Torques.QUESTION).text();
        while (!text.contains(value) && System.nanoTime() < deadline) {
            text = node.ask(Torques.QUESTION).text();
        }
        assertThat(text).contains(value);
    }

    private static void delete(Path database) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(database + part));
        }
    }
}
