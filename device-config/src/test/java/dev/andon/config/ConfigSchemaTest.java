package dev.andon.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class ConfigSchemaTest extends ConfigSchemaContract {
    ConfigSchemaTest() {
        super("device-config.schema.json");
    }

    @Override
    List<ConfigKey> keys() {
        return ConfigFile.keys();
    }

    @Override
    void read(Path file) {
        DeviceConfig.read(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo: 1",
                "web: {foo: 1}",
                "web: {tls: {foo: 1}}",
                "web: 1",
                "web: {host: 'a b'}",
                "hearing: {vocabulary: both}",
                "answering: {backend: cloud}",
                "answering: {mode: freely}",
                "answering: {server: {url: 'ftp://x'}}",
                "answering: {remote: {documentClasses: manual}}",
                "answering: {remote: {documentClasses: [secrets]}}",
                "node: {id: Press}",
                "machines: {url: 'http://x'}",
                "machines: {topics: [machines/press-3]}",
                "machines: {names: [{foo: 1}]}",
                "machines: {names: [a]}",
                "incidents: {foo: 1}",
                "handover: {shifts: ['6:00']}",
                "handover: {zone: ''}",
            })
    void bothRefuse(String yaml) throws IOException {
        assertThat(readerAccepts(yaml)).isFalse();
        assertThat(schemaAccepts(yaml)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loopback", "plant-edge", "plant-edge-gpu"})
    void bothAcceptTheProfile(String name) throws IOException {
        String yaml = Files.readString(ROOM.resolve("profiles/" + name + ".yaml"));
        Files.createDirectories(folder.resolve("tls"));
        Files.writeString(folder.resolve("tls/certificate.pem"), "certificate");
        Files.writeString(folder.resolve("tls/key.pem"), "key");
        Files.writeString(folder.resolve("token"), "0123456789abcdef");
        Files.setPosixFilePermissions(
                folder.resolve("token"), PosixFilePermissions.fromString("rw-------"));

        assertThat(schemaAccepts(yaml)).isTrue();
        DeviceConfig config =
                DeviceConfig.read(Files.writeString(folder.resolve("andon.yaml"), yaml));
        boolean loopback = config.web().host().equals("127.0.0.1");
        assertThat(config.web().token() == null).isEqualTo(loopback);
        assertThat(config.web().tls() == null).isEqualTo(loopback);
    }

    @Test
    void everyProfileIsTried() throws IOException {
        try (var files = Files.list(ROOM.resolve("profiles"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "loopback.yaml",
                            "plant-edge.yaml",
                            "plant-edge-gpu.yaml",
                            // HubConfigSchemaTest
                            "hub.yaml",
                            "hub-mosquitto.yaml");
        }
    }
}
