package dev.andon.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class UnzipTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil", "..\\evil", "C:evil", "."})
    void writesNothingOutsideItsFolder(String name) throws IOException {
        assertRefused(TestModels.zip(name, new byte[] {1}), false, "would land elsewhere");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void stripsNoWayOut() throws IOException {
        assertRefused(
                TestModels.zip("top/../../evil", new byte[] {1}), true, "would land elsewhere");
        assertRefused(TestModels.zip("top//evil", new byte[] {1}), true, "would land elsewhere");
        assertRefused(TestModels.zip("beside", new byte[] {1}), true, "beside its top folder");
    }

    @Test
    void stopsABomb() throws IOException {
        byte[] zeros = new byte[(int) Unzip.SMALL_BYTES + 1];

        assertRefused(TestModels.zip("bomb", zeros), false, "times its size");
        assertThat(Files.size(folder.resolve("target/bomb")))
                .isLessThanOrEqualTo(Unzip.SMALL_BYTES);
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        Object[] entries = new Object[2 * (Unzip.ENTRIES_MAX + 1)];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "f" + i;
            entries[i + 1] = new byte[0];
        }

        assertRefused(TestModels.zip(entries), false, "entries");
    }

    @Test
    void refusesHalfAZip() throws IOException {
        byte[] whole = TestModels.zip("a", TestModels.content(1000, 1));

        assertRefused(java.util.Arrays.copyOf(whole, 500), false, "no whole zip");
    }

    private void assertRefused(byte[] zip, boolean strip, String why) throws IOException {
        Path archive = Files.write(folder.resolve("model.zip"), zip);
        Path target = Files.createDirectories(folder.resolve("target"));

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Unzip.unpack(archive, target, strip))
                .withMessageContaining(why)
                .extracting(ModelException::code)
                .isEqualTo("archive-refused");
    }
}
