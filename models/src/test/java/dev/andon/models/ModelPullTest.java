package dev.andon.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.models.ModelFile.Archive;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ModelPullTest {
    private static final PullLimits QUICK =
            new PullLimits(4, Duration.ofMillis(5), Duration.ofSeconds(30), Duration.ofMillis(500));
    private static final byte[] CONTENT = TestModels.content(400_000, 1);

    @TempDir Path folder;

    private FileServer server;
    private final ModelFile file = TestModels.known("model.bin", CONTENT, Archive.NONE);
    private final ModelEntry entry = TestModels.entry("ears", file);

    @BeforeEach
    void serve() throws IOException {
        server = new FileServer().with("ears/model.bin", CONTENT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void installsWhatItFetched() {
        List<Long> done = new ArrayList<>();

        Path installed = pull(entry, fromServer(), (name, bytes, total) -> done.add(bytes));

        assertThat(installed.resolve("model.bin")).hasBinaryContent(CONTENT);
        assertThat(store(entry).ready("ears")).isEqualTo(installed);
        assertThat(done).isSorted().last().isEqualTo((long) CONTENT.length);
        assertThat(folder.resolve(".pull/ears")).doesNotExist();
    }

    @Test
    void goesOnWhereACutConnectionStopped() {
        server.cuts.set(2);

        assertThat(pull(entry, fromServer()).resolve("model.bin")).hasBinaryContent(CONTENT);
        assertThat(server.ranges()).hasSize(3);
        assertThat(server.ranges().getFirst()).isEmpty();
        assertThat(server.ranges().subList(1, 3))
                .allMatch(range -> range.matches("bytes=[1-9][0-9]*-"));
    }

    @Test
    void givesUpAfterSomeAttemptsAndGoesOnNextTime() {
        server.cuts.set(4);

        assertRefused(entry, fromServer(), "download-failed")
                .withMessageContaining("it goes on where it stopped");
        assertThat(store(entry).status(entry)).isEqualTo(ModelState.PARTIAL);
        assertThat(folder.resolve("ears")).doesNotExist();

        assertThat(pull(entry, fromServer()).resolve("model.bin")).hasBinaryContent(CONTENT);
        assertThat(server.ranges().getLast()).startsWith("bytes=");
    }

    @Test
    void treatsASilentConnectionAsCut() {
        server.stalls.set(1);

        assertThat(pull(entry, fromServer()).resolve("model.bin")).hasBinaryContent(CONTENT);
        assertThat(server.ranges()).hasSize(2);
    }

    @Test
    void waitsForABusyServer() {
        server.busy.set(2);

        assertThat(pull(entry, fromServer()).resolve("model.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void beginsAgainWhenTheFileChangedInBetween() {
        ModelEntry unverified =
                TestModels.entry("ears", TestModels.unknown("model.bin", Archive.NONE));
        PullOptions trusting = new PullOptions(server.address(), true);
        server.cuts.set(4);
        assertRefused(unverified, trusting, "download-failed");

        byte[] next = TestModels.content(300_000, 2);
        server.with("ears/model.bin", next).etag = "\"two\"";

        assertThat(pull(unverified, trusting).resolve("model.bin")).hasBinaryContent(next);
    }

    @Test
    void copesWithAServerThatCannotGoOn() {
        server.understandsRange = false;
        server.cuts.set(2);

        assertThat(pull(entry, fromServer()).resolve("model.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void installsNothingWhenTheHashIsWrong() {
        byte[] forged = TestModels.content(CONTENT.length, 3);
        server.with("ears/model.bin", forged);

        assertRefused(entry, fromServer(), "wrong-hash")
                .withMessageContaining(TestModels.sha256(forged))
                .withMessageContaining(file.sha256());
        assertThat(folder.resolve("ears")).doesNotExist();
        assertThat(folder.resolve(".pull/ears/model.bin")).doesNotExist();
    }

    @Test
    void stopsWhenMoreComesThanTheManifestSays() {
        server.with("ears/model.bin", TestModels.content(CONTENT.length + 1, 1));

        assertRefused(entry, fromServer(), "wrong-size");
        assertThat(folder.resolve("ears")).doesNotExist();
    }

    @Test
    void refusesAFileWithoutAHashUntilToldToTrustIt() {
        ModelEntry unverified =
                TestModels.entry("ears", TestModels.unknown("model.bin", Archive.NONE));

        assertRefused(unverified, fromServer(), "hash-unknown")
                .withMessageContaining("--trust-first-use");
        assertThat(server.ranges()).isEmpty();
        assertThat(pull(unverified, new PullOptions(server.address(), true))).isDirectory();
    }

    @Test
    void holdsATrustedFileToItsFirstHash() throws IOException {
        ModelEntry unverified =
                TestModels.entry("ears", TestModels.unknown("model.bin", Archive.NONE));
        PullOptions trusting = new PullOptions(server.address(), true);
        Path installed = pull(unverified, trusting);
        ModelFolders.delete(installed);
        server.with("ears/model.bin", TestModels.content(CONTENT.length, 4)).etag = "\"two\"";

        assertRefused(unverified, trusting, "wrong-hash")
                .withMessageContaining(TestModels.sha256(CONTENT));
    }

    @Test
    void followsARedirectAlsoWhenItGoesOn() {
        server.cuts.set(1);
        PullOptions moved = new PullOptions(server.address() + "/moved", false);

        assertThat(pull(entry, moved).resolve("model.bin")).hasBinaryContent(CONTENT);
        assertThat(server.ranges().getLast()).startsWith("bytes=");
    }

    @Test
    void saysAtOnceWhenTheServerHasNoSuchFile() {
        ModelEntry other = TestModels.entry("eyes", file);

        assertRefused(other, fromServer(), "download-refused").withMessageContaining("404");
        assertThat(server.ranges()).hasSize(1);
    }

    @Test
    void refusesPlainHttpBeyondThisMachine() {
        assertRefused(entry, new PullOptions("http://models.invalid", false), "insecure-address");
        assertRefused(entry, new PullOptions("http://127.evil.invalid", false), "insecure-address");
    }

    @Test
    void refusesAMalformedMirror() {
        assertRefused(entry, new PullOptions("https://a mirror", false), "malformed-address");
    }

    @Test
    void copiesFromAFolder() throws IOException {
        Path stick = Files.createDirectories(folder.resolve("stick"));
        PullOptions fromStick = new PullOptions(stick.toString(), false);
        assertRefused(entry, fromStick, "mirror-lacks-file").withMessageContaining("ears");

        Files.write(stick.resolve("model.bin"), CONTENT);

        assertThat(pull(entry, fromStick).resolve("model.bin")).hasBinaryContent(CONTENT);
        PullOptions asAddress = new PullOptions(stick.toUri().toString(), false);
        assertThat(pull(TestModels.entry("eyes", file), asAddress)).isDirectory();
    }

    @Test
    void asksForRoomBeforeItFetches() {
        ModelFile huge =
                new ModelFile(
                        "model.bin",
                        null,
                        "https://a.invalid",
                        1L << 55,
                        file.sha256(),
                        Archive.NONE);

        assertRefused(TestModels.entry("ears", huge), fromServer(), "disk-full");
        assertThat(server.ranges()).isEmpty();
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsWhatCame() throws IOException {
        Path part = folder.resolve(".pull/ears/model.bin.part");
        Files.createDirectories(part.getParent());
        // Every write to this device fails as on a full disk.
        Files.createSymbolicLink(part, Path.of("/dev/full"));

        assertRefused(entry, fromServer(), "disk-full").withMessageContaining(part.toString());
        assertThat(part).isSymbolicLink();
    }

    @Test
    void completesWhatAKilledPullLeftBehind() throws IOException {
        Path part = folder.resolve(".pull/ears/model.bin.part");
        Files.createDirectories(part.getParent());
        Files.write(part, java.util.Arrays.copyOf(CONTENT, 123_456));
        Files.createDirectories(folder.resolve(".draft/ears/half"));

        assertThat(pull(entry, fromServer()).resolve("model.bin")).hasBinaryContent(CONTENT);
        assertThat(server.ranges()).containsExactly("bytes=123456-");
        assertThat(folder.resolve("ears/half")).doesNotExist();
    }

    @Test
    void leavesAWholeModelAloneAndMendsADamagedOne() throws IOException {
        Path model = pull(entry, fromServer()).resolve("model.bin");
        pull(entry, fromServer());
        assertThat(server.ranges()).hasSize(1);

        byte[] damaged = CONTENT.clone();
        damaged[17]++;
        Files.write(model, damaged);
        assertThat(store(entry).verify("ears")).containsExactly("model.bin");

        assertThat(pull(entry, fromServer()).resolve("model.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void unpacksAZipWithoutItsTopFolder() {
        byte[] zip = TestModels.zip("top/", new byte[0], "top/am/final.mdl", CONTENT);
        server.with("ears/ears.zip", zip);
        ModelEntry zipped =
                TestModels.entry("ears", TestModels.known("ears.zip", zip, Archive.ZIP_STRIPPED));

        Path installed = pull(zipped, fromServer());

        assertThat(installed.resolve("am/final.mdl")).hasBinaryContent(CONTENT);
        assertThat(installed.resolve("ears.zip")).doesNotExist();
        assertThat(store(zipped).status(zipped)).isEqualTo(ModelState.PRESENT);
    }

    private Path pull(ModelEntry wanted, PullOptions options) {
        return pull(wanted, options, PullProgress.SILENT);
    }

    private Path pull(ModelEntry wanted, PullOptions options, PullProgress progress) {
        try (ModelPull pull = new ModelPull(store(wanted), QUICK)) {
            return pull.pull(wanted, options, progress);
        }
    }

    private ModelStore store(ModelEntry wanted) {
        return new ModelStore(folder, new Manifest(1, List.of(wanted)));
    }

    private PullOptions fromServer() {
        return new PullOptions(server.address(), false);
    }

    private org.assertj.core.api.ThrowableAssertAlternative<ModelException> assertRefused(
            ModelEntry wanted, PullOptions options, String code) {
        return assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> pull(wanted, options))
                .matches(failure -> failure.code().equals(code), "has the code " + code);
    }
}
