package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.andon.config.NodeHome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The models of a home, and small ones of the plant's own pulled from mirrors on this machine.
class ModelsCommandTest {
    private static final byte[] WEIGHTS = "weights".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FORGED = "forgery".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private NodeHome home;
    private HttpServer mirror;
    private byte[] served = WEIGHTS;

    @BeforeEach
    void openAMirror() throws IOException, NoSuchAlgorithmException {
        home = new NodeHome(folder.resolve("home")).create();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WEIGHTS));
        Files.writeString(
                home.manifest(),
                "{\"manifest\": 1, \"models\": [%s, %s]}"
                        .formatted(entry("toy", "\"" + hash + "\""), entry("unsure", "null")));
        mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, served.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(served);
                    }
                });
        mirror.start();
    }

    @AfterEach
    void closeTheMirror() {
        mirror.stop(0);
    }

    @Test
    void listsEveryModelWithItsState() {
        CommandRun run = models();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("vosk-andon-en", "built-in", "toy", "absent", "(sha256 not known)");
        CommandRun json = models("--json");
        assertThat(json.objects())
                .allSatisfy(
                        model ->
                                assertThat(model.fieldNames())
                                        .toIterable()
                                        .containsExactly(
                                                "name",
                                                "state",
                                                "kind",
                                                "engine",
                                                "languages",
                                                "licence",
                                                "source",
                                                "files"));
        assertThat(json.objects())
                .extracting(model -> model.path("name").asText())
                .contains("vosk-andon-en", "toy");
    }

    @Test
    void pullsFromAMirrorAndVerifies() {
        CommandRun run = pull("toy", "--from", address());
        assertThat(run.exit()).as(run.err()).isZero();
        Path model = home.models().resolve("toy").resolve("toy.bin");
        assertThat(run.out()).contains("toy is here", model.getParent().toString());
        assertThat(model).hasBinaryContent(WEIGHTS);
        assertThat(models("verify").out()).contains("toy").contains("ok");
        assertThat(models("verify", "toy").exit()).isZero();
    }

    @Test
    void refusesAFileThatIsNotTheOneThatWasVerified() {
        served = FORGED;
        CommandRun run = pull("toy", "--from", address());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("toy.bin", "hash").doesNotContain("\tat ");
        assertThat(home.models().resolve("toy")).doesNotExist();
    }

    @Test
    void asksBeforeItTrustsAnUnknownHashAndHoldsToItLater() throws IOException {
        CommandRun refused = pull("unsure", "--from", address());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("--trust-first-use");
        assertThat(pull("unsure", "--from", address(), "--trust-first-use").exit()).isZero();

        Files.write(home.models().resolve("unsure").resolve("unsure.bin"), FORGED);
        assertThat(models("verify", "unsure").exit()).isEqualTo(1);
        served = FORGED;
        CommandRun forged = pull("unsure", "--from", address(), "--trust-first-use");
        assertThat(forged.exit()).isEqualTo(1);
        assertThat(forged.err()).contains("hash");
    }

    @Test
    void pullsFromAFolder() throws IOException {
        Path stick = Files.createDirectories(folder.resolve("stick"));
        assertThat(pull("toy", "--from", stick.toString()).err()).contains("toy.bin");
        Files.write(stick.resolve("toy.bin"), WEIGHTS);
        CommandRun run = pull("toy", "--from", stick.toString());
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @Test
    void namesTheModelsThereAreWhenOneIsUnknown() {
        for (CommandRun run :
                new CommandRun[] {pull("vosk-andon"), models("verify", "vosk-andon")}) {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("\"vosk-andon\"", "vosk-andon-en", "toy");
        }
    }

    @Test
    void takesNothingFromAMirrorThatAnybodyCouldChange() {
        CommandRun run = pull("toy", "--from", "http://mirror.example/models");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("https");
    }

    private CommandRun models(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "--home";
        all[1] = home.root().toString();
        all[2] = "models";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return CommandRun.of(all);
    }

    private CommandRun pull(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "pull";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return models(all);
    }

    private String address() {
        return "http://127.0.0.1:" + mirror.getAddress().getPort();
    }

    private static String entry(String name, String hash) {
        return """
        {"name": "%s", "kind": "language", "engine": "llamacpp",
         "description": "A test", "languages": ["en"], "licence": "CC0-1.0",
         "homepage": "https://example.org", "source": "download",
         "files": [{"path": "%s.bin", "url": "https://example.org/%s.bin",
                    "sizeBytes": %d, "sha256": %s, "archive": "none"}]}
        """
                .formatted(name, name, name, WEIGHTS.length, hash);
    }
}
