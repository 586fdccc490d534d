package dev.andon.hub.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.hub.library.block.BlockTable.Found;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Manifest.Vectors;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;
import dev.andon.protocol.library.VectorRecord;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class LibraryTest {
    @TempDir Path folder;
    private LibraryFixture plant;

    @BeforeEach
    void open() {
        plant = LibraryFixture.open(folder);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void keepsAManualThatCanBePutTogetherFromItsBlocks() throws IOException {
        withPalletiser();
        Added added = LibraryFixture.palletiserB();
        Revision revision = added.revision();
        assertThat(revision.document()).isEqualTo(LibraryFixture.PX200);
        assertThat(revision.serial()).isEqualTo(1);
        assertThat(revision.about().appliesTo()).containsExactly("PX-200", "PX-220");
        assertThat(revision.about().issued()).isEqualTo("2023-09-04");
        assertThat(revision.about().documentClass()).isNotBlank();
        assertThat(fetch(revision.file())).isEqualTo(Files.readAllBytes(LibraryFixture.PX200_B));
        Vectors vectors = Objects.requireNonNull(revision.vectors());
        byte[] records = fetch(vectors.file());
        assertThat(records).hasSize(vectors.count() * (64 + 4 * vectors.dimensions()));
        assertThat(vectors.count()).isEqualTo(added.vectorsMade());
        assertThat(VectorRecord.read(java.util.Arrays.copyOf(records, 64 + 4 * 384), 384).input())
                .hasSize(64);
    }

    @Test
    void makesVectorsOnlyOfWhatChanged() {
        Added first = LibraryFixture.palletiserB();
        Added second = LibraryFixture.palletiserC();
        assertThat(second.revision().serial()).isEqualTo(2);
        assertThat(second.vectorsMade()).isLessThan(first.vectorsMade() / 2).isPositive();
    }

    @Test
    void givesTheVectorsThatANodeWouldMake() throws IOException {
        Added added = plant.add("pump", "1", "# Pump\n\nOil the pump each week.");
        Vectors vectors = Objects.requireNonNull(added.revision().vectors());
        VectorRecord record = VectorRecord.read(fetch(vectors.file()), 384);
        String input = "Pump\nOil the pump each week.";
        assertThat(record.input()).isEqualTo(dev.andon.knowledge.corpus.EmbeddedChunk.key(input));
        try (var embedder = embedder()) {
            assertThat(record.vector()).isEqualTo(embedder.embedPassage(input).toBytes());
            assertThat(vectors.embedder()).isEqualTo(embedder.fingerprint().toString());
        }
    }

    @Test
    void tellsThatTheSameBytesAreThereAlready() throws IOException {
        Path file = markdown("pump", "1", "Oil it.");
        plant.add(file);
        Added again = plant.add(file);
        assertThat(again.already()).isTrue();
        assertThat(again.revision().serial()).isEqualTo(1);
        assertThat(plant.library.revisions(DocumentKey.named("pump"))).hasSize(1);
    }

    @Test
    void refusesWhatItsReaderCannotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 and nothing else");
        refused("not-readable", () -> plant.add(file));
        Path odd = Files.writeString(folder.resolve("manual.xyz"), "text");
        refused("not-readable", () -> plant.add(odd));
        Path empty = Files.writeString(folder.resolve("empty.md"), "");
        refused("not-readable", () -> plant.add(empty));
        assertThat(plant.library.status().documents()).isEmpty();
    }

    @Test
    void refusesARevisionThatDoesNotFollow() throws IOException {
        plant.add("pump", "B", "Oil it.");
        refused("revision-order", () -> plant.add("pump", "A", "Oil it twice."));
        refused("revision-order", () -> plant.add("pump", "B", "Oil it twice."));
        Path file = markdown("pump", "A", "Oil it twice.");
        Added forced =
                plant.library.add(
                        Addition.manual(file, DeclaredManual.NOTHING).forced(), (_, _) -> {});
        assertThat(forced.revision().serial()).isEqualTo(2);
    }

    @Test
    void refusesAManualOfWhichNobodySaysTheRevision() throws IOException {
        Path file = Files.writeString(folder.resolve("pump.md"), "# Pump\n\nOil it.");
        refused("revision-unknown", () -> plant.add(file));
    }

    @Test
    void refusesAnIdThatIsNoName() throws IOException {
        Path file = markdown("pump_x", "1", "Oil it.");
        refused("id-invalid", () -> plant.add(file));
    }

    @Test
    void refusesATranslationUnderTheSameId() throws IOException {
        plant.add("pump", "1", "Oil it.");
        Path file = markdown("pump", "2", "Graissez.");
        Files.writeString(file, Files.readString(file).replace("language: en", "language: fr"));
        refused("id-taken", () -> plant.add(file));
    }

    @Test
    void refusesWhatDoesNotFitAManifest() throws IOException {
        Path file = markdown("pump", "1", "Oil it.");
        DeclaredManual said =
                new DeclaredManual(null, "A very long title. ".repeat(200), null, null, null, null);
        assertThatThrownBy(() -> plant.library.add(Addition.manual(file, said), (_, _) -> {}))
                .hasMessageContaining("title (3800 characters)");
        assertThat(plant.library.status().documents()).isEmpty();
    }

    @Test
    void keepsQuestionsThatCanBeAsked() throws IOException {
        Path questions =
                Files.writeString(
                        folder.resolve("q.jsonl"),
                        "{\"question\":\"How often do I oil it?\",\"contains\":\"week\"}\n");
        Path file = markdown("pump", "1", "Oil it each week.");
        Added added =
                plant.library.add(
                        Addition.manual(file, DeclaredManual.NOTHING).asking(questions),
                        (_, _) -> {});
        assertThat(added.questions()).isEqualTo(1);
        assertThat(fetch(Objects.requireNonNull(added.revision().questions())))
                .isEqualTo(Files.readAllBytes(questions));
    }

    @Test
    void refusesQuestionsThatCannotBeAsked() throws IOException {
        for (String line :
                List.of(
                        "",
                        "text",
                        "[]",
                        "{\"question\":\"\"}",
                        "{\"machine\":\"press-3\"}",
                        "{\"question\":\"a\",\"page\":5}",
                        "{\"question\":\"a\",\"answer\":\"b\"}")) {
            Path questions = Files.writeString(folder.resolve("q.jsonl"), line + "\n");
            Path file = markdown("pump", "1", "Oil it.");
            refused(
                    "questions-invalid",
                    () ->
                            plant.library.add(
                                    Addition.manual(file, DeclaredManual.NOTHING).asking(questions),
                                    (_, _) -> {}));
        }
    }

    @Test
    void keepsRegistersInTheirCanonicalForm() throws IOException {
        Path yaml = LibraryFixture.MANUALS.resolveSibling("register.yaml");
        Path csv = LibraryFixture.MANUALS.resolveSibling("register.csv");
        Added first = add(DocumentKind.REGISTER, yaml);
        Added second = add(DocumentKind.REGISTER, csv);
        assertThat(first.revision().document().name()).isEqualTo("register/plant");
        assertThat(first.revision().revision()).isEqualTo("1");
        assertThat(first.revision().about().fileName()).isEqualTo("register.yaml");
        assertThat(second.already()).isTrue();
    }

    @Test
    void refusesARegisterWithItsProblems() throws IOException {
        Path file = Files.writeString(folder.resolve("register.yaml"), "register: 1\nsite: 7 7\n");
        refused("not-readable", () -> add(DocumentKind.REGISTER, file));
    }

    @Test
    void keepsSettingsThatANodeWouldStartWith() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "web:\n  port: 8080\n");
        assertThat(add(DocumentKind.CONFIG, good).revision().document().name())
                .isEqualTo("config/device");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "web:\n  prot: 8080\n");
        refused("not-readable", () -> add(DocumentKind.CONFIG, bad));
    }

    @Test
    void keepsWordsOfCommandsByLanguage() throws IOException {
        Path file = Files.writeString(folder.resolve("commands-de.txt"), "halt\n");
        Revision revision = add(DocumentKind.PHRASES, file).revision();
        assertThat(revision.document().name()).isEqualTo("phrases/commands-de");
        assertThat(revision.about().language()).isEqualTo("de");
        Path nobody = Files.writeString(folder.resolve("words.txt"), "halt\n");
        refused("not-readable", () -> add(DocumentKind.PHRASES, nobody));
    }

    @Test
    void keepsOnlyModelsThatANodeCanPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), "no model");
        refused("not-readable", () -> add(DocumentKind.MODEL, file));
        Path model = LibraryFixture.models().ready("e5-small-v2-q").resolve("tokenizer.json");
        Revision revision = add(DocumentKind.MODEL, model).revision();
        assertThat(revision.document().name()).isEqualTo("model/e5-small-v2-q-tokenizer-json");
        assertThat(revision.about().title()).isEqualTo("e5-small-v2-q/tokenizer.json");
        assertThat(fetch(revision.file())).isEqualTo(Files.readAllBytes(model));
    }

    @Test
    void tellsWhatChangedAndWhatItCosts() {
        withPalletiser();
        DocumentDiff diff = plant.library.diff(LibraryFixture.PX200, null, null);
        assertThat(diff.from().revision()).isEqualTo("B");
        assertThat(diff.to().revision()).isEqualTo("C");
        assertThat(Objects.requireNonNull(diff.contents()).values()).isNotEmpty();
        assertThat(diff.bytesFetched()).isPositive().isLessThan(diff.bytesWhole());
    }

    @Test
    void givesNoBlockThatTheDiskHasSpoilt() throws IOException {
        FileTree tree = plant.add("pump", "1", "Oil it.").revision().file();
        String block =
                Block.read(bytes(Block.read(bytes(tree.root())).getFirst().sha256()))
                        .getFirst()
                        .sha256();
        Path file =
                folder.resolve("library/files")
                        .resolve(tree.sha256().substring(0, 2))
                        .resolve(tree.sha256());
        byte[] spoilt = Files.readAllBytes(file);
        spoilt[3] ^= 1;
        Files.write(file, spoilt);
        assertThat(plant.library.block(block)).isEqualTo(new Found.Damaged(tree.sha256()));
        assertThat(plant.library.block("0".repeat(64))).isEqualTo(new Found.Unknown());
    }

    @Test
    void keepsNothingOfWhatItRefused() throws IOException {
        plant.add("pump", "B", "Oil it.");
        long before = count(folder.resolve("library/files"));
        refused("revision-order", () -> plant.add("pump", "A", "Oil it twice."));
        Path file = markdown("belt", "1", "Tighten it.");
        DeclaredManual said =
                new DeclaredManual(null, "Long. ".repeat(900), null, null, null, null);
        refused(
                "manifest-too-large",
                () -> plant.library.add(Addition.manual(file, said), (_, _) -> {}));
        plant.close();
        plant = LibraryFixture.open(folder, plant.key);
        assertThat(count(folder.resolve("library/files"))).isEqualTo(before);
        assertThat(folder.resolve("library/incoming")).isEmptyDirectory();
    }

    private void withPalletiser() {
        plant.close();
        plant = LibraryFixture.withPalletiser(folder.resolve("palletiser"));
    }

    private Added add(DocumentKind kind, Path file) {
        return plant.library.add(
                new Addition(kind, file, DeclaredManual.NOTHING, null, false), (_, _) -> {});
    }

    private Path markdown(String id, String revision, String text) throws IOException {
        return Files.writeString(
                Files.createTempDirectory(folder, "manual").resolve(id + ".md"),
                "---\nid: %s\ntitle: Manual of %s\nrevision: %s\nlanguage: en\n---\n\n%s\n"
                        .formatted(id, id, revision, text));
    }

    /// As a node does: root, list, blocks, each by its hash.
    private byte[] fetch(FileTree tree) throws IOException {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Block block : Block.read(bytes(tree.root()))) {
            list.write(bytes(block.sha256()));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (Block block : Block.read(list.toByteArray())) {
            file.write(bytes(block.sha256()));
        }
        assertThat(Sha256.of(file.toByteArray())).isEqualTo(tree.sha256());
        assertThat(file.size()).isEqualTo(tree.length());
        return file.toByteArray();
    }

    private byte[] bytes(String block) {
        return ((Found.Bytes) plant.library.block(block)).bytes();
    }

    private static dev.andon.knowledge.embed.onnx.OnnxEmbedder embedder() {
        Path model = LibraryFixture.models().ready("e5-small-v2-q");
        return dev.andon.knowledge.embed.onnx.OnnxEmbedder.open(
                model.resolve("model.onnx"),
                model.resolve("tokenizer.json"),
                dev.andon.knowledge.embed.onnx.EmbedderSpec.E5_SMALL_V2);
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LibraryException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
