package dev.andon.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The schema in `device-config/schema` and the reader say the same.
class ConfigSchemaTest {
    private static final Path ROOM = Path.of(System.getProperty("andon.root"), "device-config");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = schemaFile();
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    @TempDir Path folder;

    @Test
    void schemaAndReaderKnowTheSameKeysWithTheSameRangesAndDefaults() {
        Map<String, JsonNode> inSchema = new TreeMap<>();
        collect(SCHEMA, "", inSchema);
        Map<String, JsonNode> inReader = new TreeMap<>();
        ConfigFile.keys().forEach(key -> inReader.put(key.path(), property(key)));

        assertThat(inSchema).isEqualTo(inReader);
    }

    @Test
    void bothDrawTheLineAtTheSameNumbers() throws IOException {
        List<ConfigKey.Whole> keys =
                ConfigFile.keys().stream()
                        .filter(ConfigKey.Whole.class::isInstance)
                        .map(ConfigKey.Whole.class::cast)
                        .toList();
        assertThat(keys).isNotEmpty();
        for (ConfigKey.Whole key : keys) {
            for (int value : new int[] {key.min() - 1, key.min(), key.max(), key.max() + 1}) {
                long depth = key.path().chars().filter(c -> c == '.').count();
                String yaml =
                        key.path().replace(".", ": {") + ": " + value + "}".repeat((int) depth);
                assertThat(readerAccepts(yaml))
                        .as(yaml)
                        .isEqualTo(value >= key.min() && value <= key.max());
                assertThat(schemaAccepts(yaml))
                        .as(yaml)
                        .isEqualTo(value >= key.min() && value <= key.max());
            }
        }
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
                            "loopback.yaml", "plant-edge.yaml", "plant-edge-gpu.yaml");
        }
    }

    /// What the schema must say of a key, descriptions aside.
    private static JsonNode property(ConfigKey key) {
        ObjectNode property = JSON.createObjectNode();
        switch (key) {
            case ConfigKey.Whole whole ->
                    property.put("type", "integer")
                            .put("minimum", whole.min())
                            .put("maximum", whole.max())
                            .put("default", whole.fallback());
            case ConfigKey.File _ -> property.put("type", "string");
            case ConfigKey.Choice choice -> {
                property.put("default", choice.fallback());
                choice.words().forEach(property.putArray("enum")::add);
            }
            case ConfigKey.Choices choices -> {
                property.put("type", "array").putArray("default");
                choices.words().forEach(property.putObject("items").putArray("enum")::add);
            }
            case ConfigKey.Text text -> {
                property.put("type", "string").put("pattern", "^" + text.pattern() + "$");
                if (text.fallback() != null) {
                    property.put("default", text.fallback());
                }
            }
        }
        return property;
    }

    private static void collect(JsonNode section, String prefix, Map<String, JsonNode> into) {
        assertThat(section.get("additionalProperties"))
                .as(prefix)
                .isEqualTo(JSON.getNodeFactory().booleanNode(false));
        section.get("properties")
                .properties()
                .forEach(
                        entry -> {
                            String path = prefix + entry.getKey();
                            assertThat(entry.getValue().get("description")).as(path).isNotNull();
                            if (entry.getValue().has("properties")) {
                                collect(entry.getValue(), path + ".", into);
                            } else {
                                into.put(
                                        path,
                                        ((ObjectNode) entry.getValue().deepCopy())
                                                .without("description"));
                            }
                        });
    }

    private boolean readerAccepts(String yaml) throws IOException {
        try {
            DeviceConfig.read(Files.writeString(folder.resolve("try.yaml"), yaml));
            return true;
        } catch (ConfigException refused) {
            return false;
        }
    }

    private static boolean schemaAccepts(String yaml) throws IOException {
        return VALIDATOR.validate(new YAMLMapper().readTree(yaml)).isEmpty();
    }

    private static JsonNode schemaFile() {
        try {
            return JSON.readTree(ROOM.resolve("schema/device-config.schema.json").toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
