package dev.andon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

class HubHomeTest {
    @TempDir Path folder;

    @Test
    void takesTheOptionThenTheVariablesThenTheUsersFolder() {
        Map<String, String> all =
                Map.of("ANDON_HUB_HOME", "/own", "XDG_DATA_HOME", "/data", "HOME", "/home/mia");
        assertThat(HubHome.resolve(Path.of("/option"), all).root()).isEqualTo(Path.of("/option"));
        assertThat(HubHome.resolve(null, all).root()).isEqualTo(Path.of("/own"));
        assertThat(HubHome.resolve(null, Map.of("XDG_DATA_HOME", "/data")).root())
                .isEqualTo(Path.of("/data/andon-hub"));
        assertThat(HubHome.resolve(null, Map.of("HOME", "/home/mia")).root())
                .isEqualTo(Path.of("/home/mia/.local/share/andon-hub"));
    }

    @Test
    void keepsEverythingBelowItselfAndSecretsToItself() throws IOException {
        HubHome home = new HubHome(folder.resolve("home")).create();

        assertThat(
                        new Path[] {
                            home.config(),
                            home.database(),
                            home.broker(),
                            home.tls(),
                            home.keys(),
                            home.adminToken(),
                            home.library(),
                            home.models(),
                            home.runtime(),
                            home.address()
                        })
                .doesNotHaveDuplicates()
                .allMatch(path -> path.startsWith(home.root()));
        Files.setPosixFilePermissions(home.keys(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(home.create()).isEqualTo(home);
        for (Path secret : new Path[] {home.root(), home.tls(), home.keys(), home.broker()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void saysWhichFolderCannotBeWrittenTo() throws IOException {
        Path occupied = Files.writeString(folder.resolve("keys"), "a file, not a folder");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new HubHome(folder).create())
                .withMessageContaining(occupied.toString())
                .withMessageContaining("the hub cannot write")
                .withMessageContaining("ANDON_HUB_HOME");
    }
}
