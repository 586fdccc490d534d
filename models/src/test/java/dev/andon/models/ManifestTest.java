package dev.andon.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ManifestTest {
    @TempDir Path folder;

    @Test
    void listsTheModelsOfTheProduct() {
        assertThat(Manifest.bundled().models())
                .extracting(ModelEntry::name)
                .doesNotHaveDuplicates()
                .contains(
                        "vosk-andon-en",
                        "e5-small-v2-q",
                        "vosk-model-small-en-us-0.15",
                        "vosk-model-en-us-0.22-lgraph",
                        "vosk-model-small-fr-0.22",
                        "vosk-model-small-de-0.15",
                        "mistral-7b-instruct-v0.3-q4_k_m",
                        "upmc-pierre-hsmm",
                        "multilingual-e5-small");
    }

    @Test
    void fetchesOverHttpsOnly() {
        assertThat(Manifest.bundled().models())
                .filteredOn(entry -> entry.source() == ModelSource.DOWNLOAD)
                .flatExtracting(ModelEntry::files)
                .extracting(ModelFile::url)
                .allSatisfy(url -> assertThat(url).startsWith("https://"));
    }

    @Test
    void namesTheModelsThatThereAreWhenOneIsUnknown() {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Manifest.bundled().entry("vosk"))
                .withMessageContaining("\"vosk\"")
                .withMessageContaining("vosk-andon-en")
                .extracting(ModelException::code)
                .isEqualTo("model-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "../evil, model.bin, the name",
        "evil, ../../passwd, the path",
        "evil, /etc/passwd, the path",
        "evil, a//b, the path",
        "evil, a\\b, the path",
        ".pull, model.bin, the name",
    })
    void refusesANameThatLeadsElsewhere(String name, String path, String what) throws IOException {
        Path file = folder.resolve("manifest.json");
        Files.writeString(
                file,
                """
                {"manifest": 1, "models": [{"name": "%s", "kind": "speech", "engine": "vosk",
                 "description": "", "languages": [], "licence": "MIT", "homepage": "",
                 "source": "download", "files": [{"path": "%s", "url": "https://a/b",
                 "sizeBytes": null, "sha256": null, "archive": "none"}]}]}
                """
                        .formatted(name, path.replace("\\", "\\\\")));

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Manifest.read(file))
                .withMessageContaining(what)
                .extracting(ModelException::code)
                .isEqualTo("manifest-invalid");
    }

    @Test
    void refusesTheListOfAnotherVersion() throws IOException {
        Path file =
                Files.writeString(folder.resolve("m.json"), "{\"manifest\": 2, \"models\": []}");

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Manifest.read(file))
                .withMessageContaining("version 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"manifest\": 1, \"models\": [], \"modles\": []}; modles",
                "{\"manifest\": 1, \"models\": [{\"name\": \"a\"}]}; kind",
                "{\"manifest\": 1; line 1",
            })
    void refusesWhatIsNoManifest(String text, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("m.json"), text);

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Manifest.read(file))
                .withMessageContaining(named)
                .extracting(ModelException::code)
                .isEqualTo("manifest-unreadable");
    }
}
