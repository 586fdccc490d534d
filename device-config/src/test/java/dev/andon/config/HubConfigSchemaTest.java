package dev.andon.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HubConfigSchemaTest extends ConfigSchemaContract {
    HubConfigSchemaTest() {
        super("hub-config.schema.json");
    }

    @Override
    List<ConfigKey> keys() {
        return HubConfigFile.keys();
    }

    @Override
    void read(Path file) {
        HubConfig.read(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo: 1",
                "web: {foo: 1}",
                "web: {names: hub}",
                "web: {names: ['a b']}",
                "web: {names: [-a]}",
                "broker: {kind: both}",
                "broker: {kind: external, url: 'http://x:1'}",
                "store: {url: 'jdbc:oracle:x'}",
                "hub: {site: Lyon}",
            })
    void bothRefuse(String yaml) throws IOException {
        assertThat(readerAccepts(yaml)).isFalse();
        assertThat(schemaAccepts(yaml)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "hub-mosquitto"})
    void bothAcceptTheProfile(String name) throws IOException {
        String yaml = Files.readString(ROOM.resolve("profiles/" + name + ".yaml"));

        assertThat(schemaAccepts(yaml)).isTrue();
        assertThat(readerAccepts(yaml)).isTrue();
    }
}
