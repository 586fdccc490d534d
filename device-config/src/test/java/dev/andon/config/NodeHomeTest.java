package dev.andon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class NodeHomeTest {
    private static final Map<String, String> ALL =
            Map.of("ANDON_HOME", "/own", "XDG_DATA_HOME", "/data", "HOME", "/home/mia");

    @TempDir Path folder;

    @Test
    void takesTheOptionFirst() {
        assertThat(NodeHome.resolve(Path.of("/option"), ALL).root()).isEqualTo(Path.of("/option"));
    }

    @Test
    void thenTheVariablesThenTheUsersFolder() {
        assertThat(NodeHome.resolve(null, ALL).root()).isEqualTo(Path.of("/own"));
        assertThat(
                        NodeHome.resolve(null, Map.of("ANDON_HOME", "", "XDG_DATA_HOME", "/data"))
                                .root())
                .isEqualTo(Path.of("/data/andon"));
        assertThat(
                        NodeHome.resolve(
                                        null,
                                        Map.of("XDG_DATA_HOME", "relative", "HOME", "/home/mia"))
                                .root())
                .isEqualTo(Path.of("/home/mia/.local/share/andon"));
    }

    @Test
    void keepsEverythingBelowItself() {
        NodeHome home = new NodeHome(folder.resolve("home")).create();

        assertThat(home.root()).isAbsolute();
        assertThat(
                        new Path[] {
                            home.database(),
                            home.models(),
                            home.manuals(),
                            home.pages(),
                            home.register(),
                            home.graphs(),
                            home.runtime(),
                            home.config()
                        })
                .doesNotHaveDuplicates()
                .allMatch(path -> path.startsWith(home.root()));
        assertThat(home.models()).isEmptyDirectory();
        assertThat(home.create()).isEqualTo(home);
    }

    @Test
    void saysWhichFolderCannotBeWrittenTo() throws IOException {
        Path occupied = Files.writeString(folder.resolve("models"), "a file, not a folder");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new NodeHome(folder).create())
                .withMessageContaining(occupied.toString())
                .withMessageContaining("--home");
    }

    @Test
    void saysThatAFileSystemIsReadOnly() {
        // Nobody, not even root, can create a folder there.
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new NodeHome(Path.of("/proc/andon")).create())
                .withMessageContaining("/proc/andon")
                .withMessageContaining("cannot write");
    }
}
