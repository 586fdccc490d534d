package dev.andon.protocol.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.SigningKey;
import dev.andon.protocol.signature.TrustedKeys;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class BundleTest {
    private static final byte[] CATALOG = "{\"version\":1}".getBytes();
    private static final byte[] MANIFEST = "{\"serial\":12}".getBytes();

    private final SigningKey key = SigningKey.generate();
    private final byte[] one = new byte[20_000];
    private final byte[] two = new byte[Block.BYTES_MAX];
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void writesOne() throws IOException {
        file = folder.resolve("plant-7.andon");
        new Random(1).nextBytes(one);
        new Random(2).nextBytes(two);
        write(file);
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        TrustedKeys trusted = TrustedKeys.of(List.of(key.known()));
        try (BundleReader reader = BundleReader.open(file)) {
            assertThat(trusted.open(reader.catalog(), SignedEnvelope.CATALOG)).isEqualTo(CATALOG);
            assertThat(reader.manifests()).hasSize(2);
            assertThat(trusted.open(reader.manifests().getFirst(), SignedEnvelope.MANIFEST))
                    .isEqualTo(MANIFEST);
            assertThat(reader.block(Sha256.of(one))).hasValue(one);
            assertThat(reader.block(Sha256.of(two))).hasValue(two);
            assertThat(reader.block("0".repeat(64))).isEmpty();
            assertThat(reader.block("../catalog.json")).isEmpty();
        }
    }

    @Test
    void isTheSameBytesForTheSameLibrary() throws IOException {
        Path again = folder.resolve("again.andon");
        write(again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void leavesNothingBehindWhenItIsNotFinished() throws IOException {
        Path other = folder.resolve("other.andon");
        try (BundleWriter writer = BundleWriter.to(other)) {
            writer.catalog(key.sign(SignedEnvelope.CATALOG, CATALOG));
            writer.block(one);
        }
        assertThat(names()).containsExactly("plant-7.andon");
    }

    @Test
    void keepsTheOldOneUntilTheNewOneIsWhole() throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (BundleWriter writer = BundleWriter.to(file)) {
            writer.catalog(key.sign(SignedEnvelope.CATALOG, CATALOG));
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            writer.finish();
        }
        assertThat(Files.size(file)).isLessThan(before.length);
        assertThat(names()).containsExactly("plant-7.andon");
    }

    @Test
    void isNotWrittenWithoutACatalog() throws IOException {
        try (BundleWriter writer = BundleWriter.to(folder.resolve("other.andon"))) {
            writer.block(one);
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> writer.block(new byte[0]))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.block(new byte[Block.BYTES_MAX + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesWhatWasCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            refuses();
        }
    }

    @Test
    void refusesWhatIsSomethingElse() throws IOException {
        Files.writeString(file, "%PDF-1.7 not a bundle at all");
        refuses();
        zip("readme.txt", new byte[10]);
        refuses();
        zip("catalog.json", "{}".getBytes());
        refuses();
        zip("catalog.json", new byte[300_000]);
        refuses();
        assertThatThrownBy(() -> BundleReader.open(folder.resolve("nothing")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void givesNoBlockWhoseBytesAreOthers() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, one);
        bytes[at + 10] ^= 1;
        Files.write(file, bytes);
        try (BundleReader reader = BundleReader.open(file)) {
            assertThatThrownBy(() -> reader.block(Sha256.of(one)))
                    .isInstanceOfSatisfying(
                            ProtocolException.class,
                            e -> assertThat(e.code()).isEqualTo("corrupt-block"));
            assertThat(reader.block(Sha256.of(two))).hasValue(two);
        }
    }

    @Test
    void doesNotUnpackABomb() throws IOException {
        String name = "blocks/" + Sha256.of(new byte[100_000_000]);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("catalog.json"));
            zip.write(key.sign(SignedEnvelope.CATALOG, CATALOG).write());
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[100_000_000]);
        }
        try (BundleReader reader = BundleReader.open(file)) {
            assertThatThrownBy(() -> reader.block(name.substring("blocks/".length())))
                    .isInstanceOf(ProtocolException.class);
        }
    }

    private void write(Path to) throws IOException {
        try (BundleWriter writer = BundleWriter.to(to)) {
            writer.catalog(key.sign(SignedEnvelope.CATALOG, CATALOG));
            SignedEnvelope manifest = key.sign(SignedEnvelope.MANIFEST, MANIFEST);
            writer.manifest(DocumentKind.MANUAL, "px200-service", 12, manifest);
            writer.manifest(DocumentKind.MANUAL, "px200-service", 11, manifest);
            writer.block(one);
            writer.block(two);
            writer.block(one);
            assertThat(writer.finish()).isEqualTo(Files.size(to));
        }
    }

    private void zip(String name, byte[] content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
    }

    private void refuses() {
        assertThatThrownBy(() -> BundleReader.open(file))
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        e -> assertThat(e.code()).isEqualTo("not-a-bundle"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i <= all.length - part.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalStateException("not in the file: the entries are not stored as they are");
    }
}
