package dev.andon.hub.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.library.block.BlockTable.Found;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A child JVM that adds a manual is killed at seeded moments; what is there afterwards is whole.
@Timeout(600)
class PowerCutTest {
    private static final int KILLS = Boolean.getBoolean("andon.faults.long") ? 12 : 2;
    private static final DocumentKey PUMP = DocumentKey.named("pump");

    @TempDir Path folder;

    @Test
    void leavesAllOfARevisionOrNothing() throws Exception {
        Random moments = new Random(11);
        Path manual = manual();
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(manual, moments.nextInt(16), moments.nextInt(60));
            try (LibraryFixture plant = LibraryFixture.open(folder)) {
                assertWhole(plant);
            }
        }
        try (LibraryFixture plant = LibraryFixture.open(folder)) {
            assertThat(plant.add(manual).revision().serial()).isEqualTo(1);
            assertThat(plant.library.revisions(PUMP)).hasSize(1);
            assertWhole(plant);
        }
    }

    /// Kills after so many lines and so many milliseconds more.
    private void killAfter(Path manual, int linesToRead, int millis) throws Exception {
        Process child = child(manual);
        try (BufferedReader out = child.inputReader()) {
            for (int i = 0; i < linesToRead && out.readLine() != null; i++) {}
            child.onExit()
                    .completeOnTimeout(child, millis, java.util.concurrent.TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private void assertWhole(LibraryFixture plant) throws IOException {
        Set<String> wanted = new HashSet<>();
        for (LibraryStatus.DocumentStatus document : plant.library.status().documents()) {
            for (Revision revision :
                    plant.library.revisions(DocumentKey.named(document.document()))) {
                for (FileTree tree : revision.trees()) {
                    wanted.addAll(assertWhole(plant, tree));
                }
            }
        }
        Path kept = folder.resolve("library/files");
        try (var files = Files.walk(kept)) {
            assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
        assertThat(folder.resolve("library/incoming")).isEmptyDirectory();
    }

    private static List<String> assertWhole(LibraryFixture plant, FileTree tree) {
        MessageDigest listed = Sha256.digest();
        List<Block> blocks = new ArrayList<>();
        java.io.ByteArrayOutputStream list = new java.io.ByteArrayOutputStream();
        for (Block block : Block.read(bytes(plant, tree.root()))) {
            list.writeBytes(bytes(plant, block.sha256()));
        }
        listed.update(list.toByteArray());
        blocks.addAll(Block.read(list.toByteArray()));
        MessageDigest whole = Sha256.digest();
        blocks.forEach(block -> whole.update(bytes(plant, block.sha256())));
        assertThat(HexFormat.of().formatHex(whole.digest())).isEqualTo(tree.sha256());
        return List.of(tree.sha256(), tree.root(), HexFormat.of().formatHex(listed.digest()));
    }

    private static byte[] bytes(LibraryFixture plant, String block) {
        return ((Found.Bytes) plant.library.block(block)).bytes();
    }

    private Path manual() throws IOException {
        StringBuilder text =
                new StringBuilder("---\nid: pump\ntitle: Pump\nrevision: A\nlanguage: en\n---\n");
        for (int i = 0; i < 12; i++) {
            text.append("\n# Section %d\n\nTighten bolt %d to %d N·m.\n".formatted(i, i, 20 + i));
        }
        return Files.writeString(folder.resolve("pump.md"), text);
    }

    private Process child(Path manual) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + System.getProperty("andon.root") + "/device-config/jvm.args",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AdditionMain.class.getName(),
                        folder.toString(),
                        manual.toString())
                .redirectError(folder.resolve("child.err").toFile())
                .start();
    }
}
