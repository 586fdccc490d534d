package dev.andon.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.models.ModelFile.Archive;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ModelStoreTest {
    @TempDir Path folder;

    @Test
    void unpacksTheEmbedderThatIsOnTheClassPath() {
        ModelStore store = new ModelStore(folder, Manifest.bundled());
        ModelEntry entry = Manifest.bundled().entry("e5-small-v2-q");
        assertThat(store.status(entry)).isEqualTo(ModelState.BUILT_IN);

        Path model = store.ready("e5-small-v2-q");

        assertThat(model.resolve("model.onnx")).hasSize(34_014_367);
        assertThat(model.resolve("tokenizer.json")).isNotEmptyFile();
        assertThat(store.status(entry)).isEqualTo(ModelState.PRESENT);
        assertThat(store.verify("e5-small-v2-q")).isEmpty();
    }

    @Test
    void unpacksAgainWhenAFileIsDamaged() throws IOException {
        ModelStore store = store(builtIn());
        Path note = store.ready("tiny").resolve("tiny.txt");
        Files.writeString(note, "short");
        assertThat(store.status(builtIn())).isEqualTo(ModelState.CORRUPT);

        assertThat(store.ready("tiny").resolve("tiny.txt")).hasContent(TINY);
    }

    @Test
    void unpacksAgainWhenTheProductBringsAnotherRevision() throws IOException {
        ModelStore store = store(builtIn());
        Path model = store.ready("tiny");
        byte[] older =
                TINY.replace("tiny", "puny").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(model.resolve("tiny.txt"), older);
        var origin =
                List.of(
                        new InstalledModel.Stored(
                                "tiny.txt", older.length, TestModels.sha256(older)));
        InstalledModel.measure("tiny", model, origin).write(model);
        assertThat(store.status(builtIn())).isEqualTo(ModelState.OUTDATED);

        assertThat(store.ready("tiny").resolve("tiny.txt")).hasContent(TINY);
    }

    @Test
    void unpacksOnceWhenManyAskAtOnce() throws Exception {
        List<Callable<Path>> calls =
                java.util.Collections.nCopies(8, () -> store(builtIn()).ready("tiny"));

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Path> ready : threads.invokeAll(calls)) {
                assertThat(ready.get().resolve("tiny.txt")).hasContent(TINY);
            }
        }
    }

    @Test
    void namesTheCommandThatBringsAMissingModel() {
        ModelEntry entry = download();

        assertThat(store(entry).status(entry)).isEqualTo(ModelState.ABSENT);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> store(entry).ready("ears"))
                .withMessageContaining("run: andon models pull ears")
                .extracting(ModelException::code)
                .isEqualTo("model-missing");
    }

    @Test
    void doesNotTakeAFolderThatItDidNotInstall() throws IOException {
        ModelEntry entry = download();
        Files.createDirectories(folder.resolve("ears"));
        Files.write(folder.resolve("ears/model.bin"), new byte[] {1, 2, 3});

        assertThat(store(entry).status(entry)).isEqualTo(ModelState.CORRUPT);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> store(entry).ready("ears"))
                .extracting(ModelException::code)
                .isEqualTo("model-corrupt");
    }

    @Test
    void refusesAProductWhoseResourceIsDamaged() {
        ModelFile good = builtIn().files().getFirst();
        ModelFile other =
                new ModelFile(
                        good.path(),
                        good.resource(),
                        null,
                        good.sizeBytes(),
                        "0".repeat(64),
                        Archive.NONE);
        ModelEntry entry = TestModels.entry("tiny", ModelSource.BUILT_IN, other);

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> store(entry).ready("tiny"))
                .withMessageContaining("another hash");
        assertThat(folder.resolve("tiny")).doesNotExist();
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Path occupied = Files.writeString(folder.resolve("models"), "a file");
        ModelStore store = new ModelStore(occupied, new Manifest(1, List.of(builtIn())));

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> store.ready("tiny"))
                .withMessageContaining(occupied.toString())
                .extracting(ModelException::code)
                .isEqualTo("model-not-installed");
    }

    private static final String TINY = "A tiny model.\n";

    private static ModelEntry builtIn() {
        byte[] content = TINY.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ModelFile file =
                new ModelFile(
                        "tiny.txt",
                        "/dev/andon/models/tiny.txt",
                        null,
                        (long) content.length,
                        TestModels.sha256(content),
                        Archive.NONE);
        return TestModels.entry("tiny", ModelSource.BUILT_IN, file);
    }

    private static ModelEntry download() {
        return TestModels.entry(
                "ears", TestModels.known("model.bin", new byte[] {1, 2, 3}, Archive.NONE));
    }

    private ModelStore store(ModelEntry entry) {
        return new ModelStore(folder, new Manifest(1, List.of(entry)));
    }
}
