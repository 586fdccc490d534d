package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.register.AssetRegister;
import dev.andon.models.ModelState;
import dev.andon.models.ModelStore;
import dev.andon.node.EdgeNode;
import dev.andon.node.dialog.Interpreter;
import dev.andon.node.dialog.Request;
import dev.andon.node.dialog.Situation;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Sha256;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Registers, settings, phrases and models: checked, placed whole, given back.
class PlacedDocumentsTest {
    private static final String REGISTER =
            """
            register: 1
            site: plant
            name: %s
            lines:
              - id: line-1
                name: Line 1
            machines:
              - id: press-1
                name: Press one
                line: line-1
                class: press
                model: HP-63
            """;

    @TempDir Path folder;
    private final ScriptedHub hub = new ScriptedHub();
    private TestNode node;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve("models"));
        node = TestNode.open(folder, hub);
        hub.connect(node.client);
    }

    @AfterEach
    void close() {
        node.close();
        hub.close();
    }

    @Test
    void takesARegisterIntoUseAndGivesTheOneBeforeBack() throws Exception {
        Manifest one = register(1, "First");
        hub.release(one);
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(EdgeNode.register(node.home).name()).isEqualTo("First");
        Manifest two = register(2, "Second");
        hub.release(two);
        node.fact();
        assertThat(EdgeNode.register(node.home).name()).isEqualTo("Second");
        assertThat(node.restarts).hasValueGreaterThanOrEqualTo(1);
        assertThat(node.client.awaitingRestart()).containsExactly("register/plant");
        hub.wants(ScriptedHub.entry(one, hub.publish(one), true));
        assertThat(node.fact().state()).isEqualTo("rolled-back");
        assertThat(EdgeNode.register(node.home).name()).isEqualTo("First");
    }

    @Test
    void keepsTheRegisterThatAPersonImported() throws Exception {
        Files.writeString(node.home.register(), REGISTER.formatted("By hand"));
        hub.release(register(1, "The hub's"));
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(Path.of(node.home.register() + PlacedInstaller.BY_HAND))
                .content()
                .contains("By hand");
    }

    @Test
    void refusesARegisterWithAllItsProblems() throws Exception {
        hub.release(document(DocumentKind.REGISTER, 1, "register.yaml", "register: 1\nplant: x\n"));
        assertThat(node.fact())
                .satisfies(fact -> assertThat(fact.code()).isEqualTo("not-readable"))
                .satisfies(fact -> assertThat(fact.reason()).contains("plant", "site"));
        assertThat(node.home.register()).doesNotExist();
    }

    @Test
    void placesSettingsAndReplacesItsOwn() throws Exception {
        hub.release(config(1, 40));
        assertThat(node.fact().state()).isEqualTo("installed");
        hub.release(config(2, 50));
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(DeviceConfig.of(node.home).limits().questionWordsMax()).isEqualTo(50);
    }

    @Test
    void neverOverwritesSettingsThatAPersonWrote() throws Exception {
        Files.writeString(node.home.config(), "web:\n  port: 9000\n");
        hub.release(config(1, 40));
        assertThat(node.fact().code()).isEqualTo("not-ours");
        assertThat(DeviceConfig.of(node.home).web().port()).isEqualTo(9000);
    }

    @Test
    void refusesSettingsThatDoNotHold() throws Exception {
        hub.release(config(1, -1));
        assertThat(node.fact().code()).isEqualTo("not-readable");
        assertThat(node.home.config()).doesNotExist();
        try (var files = Files.list(node.home.root())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith(".hub-"));
        }
    }

    @Test
    void bringsThePlantsOwnWordsForCommands() throws Exception {
        hub.release(document(DocumentKind.PHRASES, 1, "commands.txt", "[stop]\nshut it\n"));
        assertThat(node.fact().state()).isEqualTo("installed");
        Interpreter interpreter =
                new Interpreter(
                        AssetRegister.empty(),
                        50,
                        new Interpreter.Words(
                                PhraseBook.of(node.home.phrases()), _ -> "en", Clock.systemUTC()));
        for (String stop : List.of("shut it", "stop")) {
            assertThat(interpreter.interpret(stop, Situation.first(null)))
                    .isEqualTo(new Request.Stop());
        }
        hub.release(document(DocumentKind.PHRASES, 2, "commands.txt", "[halt]\nhalt\n"));
        assertThat(node.fact().reason()).contains("halt", "stop");
    }

    @Test
    void putsAModelTogetherWhenItsLastFileHasCome() throws Exception {
        byte[] weights = "weights".repeat(500).getBytes(StandardCharsets.UTF_8);
        byte[] words = "words".repeat(500).getBytes(StandardCharsets.UTF_8);
        listModel(weights, words);
        Manifest first = model("tiny-weights", weights);
        String firstSha256 = hub.publish(first);
        Catalog.Entry entry = ScriptedHub.entry(first, firstSha256, false);
        hub.wants(entry);
        node.close();
        hub.settle();
        node = TestNode.open(folder, hub);
        hub.connect(node.client);
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(state()).isEqualTo(ModelState.ABSENT);
        Manifest second = model("tiny-words", words);
        hub.wants(entry, ScriptedHub.entry(second, hub.publish(second), false));
        assertThat(node.fact().state()).isEqualTo("installed");
        assertThat(state()).isEqualTo(ModelState.PRESENT);
    }

    @Test
    void refusesAModelThatNoListNames() throws Exception {
        hub.release(model("unknown", "anything".getBytes(StandardCharsets.UTF_8)));
        assertThat(node.fact().code()).isEqualTo("not-readable");
    }

    private ModelState state() {
        dev.andon.models.Manifest list = dev.andon.models.Manifest.bundledAnd(node.home.manifest());
        return new ModelStore(node.home.models(), list).status(list.entry("tiny"));
    }

    private void listModel(byte[] weights, byte[] words) throws IOException {
        Files.writeString(
                node.home.manifest(),
                """
                {"manifest": 1, "models": [{"name": "tiny", "kind": "speech", "engine": "vosk",
                "description": "", "languages": [], "licence": "MIT", "homepage": "",
                "source": "download", "files": [%s, %s]}]}
                """
                        .formatted(file("a.bin", weights), file("b.txt", words)));
    }

    private static String file(String path, byte[] content) {
        return """
        {"path": "%s", "url": "https://nowhere.invalid/x", "sizeBytes": %d, "sha256": "%s", "archive": "none"}\
        """
                .formatted(path, content.length, Sha256.of(content));
    }

    private Manifest register(long serial, String name) {
        return document(DocumentKind.REGISTER, serial, "register.yaml", REGISTER.formatted(name));
    }

    private Manifest config(long serial, int words) {
        return document(
                DocumentKind.CONFIG,
                serial,
                "andon.yaml",
                "limits:\n  questionWordsMax: %d\n".formatted(words));
    }

    private Manifest model(String id, byte[] file) {
        return hub.manifest(DocumentKind.MODEL, id, 1, "model.bin", file);
    }

    private Manifest document(DocumentKind kind, long serial, String name, String text) {
        return hub.manifest(kind, "plant", serial, name, text.getBytes(StandardCharsets.UTF_8));
    }
}
