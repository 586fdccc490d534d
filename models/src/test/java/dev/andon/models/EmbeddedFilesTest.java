package dev.andon.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Holds the manifest to the files of `models/embedded`. When it fails, its message is what belongs
/// into the manifest. A README beside the files is no part of the model.
class EmbeddedFilesTest {
    private static final Path MODEL =
            Path.of(System.getProperty("andon.root"), "models/embedded/vosk-andon-en");

    @Test
    void theManifestNamesTheEmbeddedFilesAsTheyAre() throws IOException {
        assumeTrue(Files.isDirectory(MODEL), "the embedded model is not laid in yet");

        List<String> there = lines();
        List<String> said =
                Manifest.bundled().entry("vosk-andon-en").files().stream()
                        .map(file -> line(file.path(), file.sizeBytes(), file.sha256()))
                        .toList();

        assertThat(said)
                .as("write into models/manifest.json:%n%s", String.join(",\n", there))
                .containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void theEmbeddedModelIsUnpackedWhole(@TempDir Path folder) {
        assumeTrue(Files.isDirectory(MODEL), "the embedded model is not laid in yet");
        ModelStore store = new ModelStore(folder, Manifest.bundled());

        Path unpacked = store.ready("vosk-andon-en");

        assertThat(unpacked.resolve("am/final.mdl"))
                .hasSameBinaryContentAs(MODEL.resolve("am/final.mdl"));
        assertThat(store.verify("vosk-andon-en")).isEmpty();
    }

    private static List<String> lines() throws IOException {
        try (Stream<Path> tree = Files.walk(MODEL)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .map(EmbeddedFilesTest::line)
                    .toList();
        }
    }

    private static String line(Path file) {
        try {
            String path = MODEL.relativize(file).toString();
            return line(path, Files.size(file), Sha256.of(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String line(String path, long sizeBytes, String sha256) {
        return String.format(
                "{\"path\": \"%s\", \"resource\": \"/dev/andon/models/embedded/vosk-andon-en/%s\","
                        + " \"sizeBytes\": %d, \"sha256\": \"%s\", \"archive\": \"none\"}",
                path, path, sizeBytes, sha256);
    }
}
