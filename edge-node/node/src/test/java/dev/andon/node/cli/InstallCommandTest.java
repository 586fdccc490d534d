package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.library.Block;
import dev.andon.protocol.library.BundleWriter;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

class InstallCommandTest {
    private static final byte[] MANUAL =
            "# Cleaning\n\nWipe the light curtain with a dry cloth once a week.\n"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final SigningKey hub = SigningKey.generate();
    private Path key;
    private Path bundle;

    @BeforeEach
    void write() throws IOException {
        key =
                Files.writeString(
                        folder.resolve("hub.pub"),
                        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                                .formatted(Base64.getEncoder().encodeToString(hub.known())));
        bundle = bundle(1, true);
    }

    @Test
    void installsABundleAndAnswersFromIt() {
        CommandRun run = install("--key", key.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("installed", "manual/press", "revision A");
        CommandRun again = install("--key", key.toString());
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("unchanged", "manual/press");
        CommandRun answer =
                CommandRun.of(
                        "--home",
                        folder.toString(),
                        "ask",
                        "--text",
                        "How often is the light curtain wiped?");
        assertThat(answer.out()).contains("once a week", "revision A");
    }

    @Test
    void saysWhomToBelieveIsNotKnown() {
        CommandRun run = install();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("andon enrol", "--key");
    }

    @Test
    void believesNoOtherHub() throws IOException {
        Path other =
                Files.writeString(
                        folder.resolve("other.pub"),
                        Base64.getEncoder().encodeToString(SigningKey.generate().known()));
        CommandRun run = install("--key", other.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("not trusted");
    }

    @Test
    void saysWhatABundleLacks() throws IOException {
        bundle = bundle(2, false);
        CommandRun run = install("--key", key.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("incomplete", "manual/press");
    }

    @Test
    void refusesWhatIsNoBundle() throws IOException {
        bundle = Files.writeString(folder.resolve("note.txt"), "nothing");
        CommandRun run = install("--key", key.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("bundle");
        bundle = folder.resolve("missing");
        assertThat(install("--key", key.toString()).err()).contains("missing");
    }

    private CommandRun install(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "--home";
        all[1] = folder.toString();
        all[2] = "install";
        all[3] = bundle.toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return CommandRun.of(all);
    }

    private Path bundle(long version, boolean whole) throws IOException {
        byte[] list = Block.write(List.of(Block.of(MANUAL)));
        byte[] root = Block.write(List.of(Block.of(list)));
        Manifest manifest = manifest(root);
        byte[] payload = SyncCodec.encode(manifest);
        Catalog.Entry entry =
                new Catalog.Entry(
                        DocumentKind.MANUAL,
                        "press",
                        1,
                        "A",
                        Sha256.of(payload),
                        List.of(Catalog.EVERYONE),
                        false);
        Catalog catalog =
                new Catalog("plant", version, 0, Long.MAX_VALUE / 2, List.of(), List.of(entry));
        Path file = folder.resolve("library-%d.andon".formatted(version));
        try (BundleWriter writer = BundleWriter.to(file)) {
            writer.catalog(hub.sign(SignedEnvelope.CATALOG, SyncCodec.encode(catalog)));
            writer.manifest(
                    DocumentKind.MANUAL, "press", 1, hub.sign(SignedEnvelope.MANIFEST, payload));
            writer.block(root);
            writer.block(list);
            if (whole) {
                writer.block(MANUAL);
            }
            writer.finish();
        }
        return file;
    }

    private static Manifest manifest(byte[] root) {
        return new Manifest(
                DocumentKind.MANUAL,
                "press",
                1,
                "A",
                "Press",
                0,
                Long.MAX_VALUE / 2,
                List.of(),
                "en",
                null,
                null,
                "press.md",
                "text/markdown",
                new FileTree(Sha256.of(MANUAL), MANUAL.length, Sha256.of(root), root.length),
                null,
                null);
    }
}
