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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A schema in `device-config/schema` and its reader say the same.
abstract class ConfigSchemaContract {
    static final Path ROOM = Path.of(System.getProperty("andon.root"), "device-config");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema;
    private final JsonSchema validator;

    @TempDir Path folder;

    /// @param schemaFile below `schema/`
    ConfigSchemaContract(String schemaFile) {
        try {
            schema = JSON.readTree(ROOM.resolve("schema").resolve(schemaFile).toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    abstract List<ConfigKey> keys();

    abstract void read(Path file);

    @Test
    void schemaAndReaderKnowTheSameKeysWithTheSameRangesAndDefaults() {
        Map<String, JsonNode> inSchema = new TreeMap<>();
        collect(schema, "", inSchema);
        Map<String, JsonNode> inReader = new TreeMap<>();
        keys().forEach(key -> inReader.put(key.path(), property(key)));

        assertThat(inSchema).isEqualTo(inReader);
    }

    @Test
    void bothDrawTheLineAtTheSameNumbers() throws IOException {
        List<ConfigKey.Whole> keys =
                keys().stream()
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
            case ConfigKey.Sections sections -> {
                property.put("type", "array").put("maxItems", sections.max()).putArray("default");
                property.putObject("items")
                        .put("type", "object")
                        .put("additionalProperties", false);
            }
            case ConfigKey.Texts texts -> {
                property.put("type", "array").put("maxItems", texts.max());
                texts.fallback().forEach(property.putArray("default")::add);
                property.putObject("items")
                        .put("type", "string")
                        .put("pattern", "^" + texts.pattern() + "$");
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
                            JsonNode below = entry.getValue();
                            if (below.has("properties")) {
                                collect(below, path + ".", into);
                                return;
                            }
                            ObjectNode said =
                                    ((ObjectNode) below.deepCopy()).without("description");
                            if (below.at("/items/properties").isObject()) {
                                collect(below.path("items"), path + "[].", into);
                                said.withObject("/items").remove("properties");
                            }
                            into.put(path, said);
                        });
    }

    boolean readerAccepts(String yaml) throws IOException {
        try {
            read(Files.writeString(folder.resolve("try.yaml"), yaml));
            return true;
        } catch (ConfigException refused) {
            return false;
        }
    }

    boolean schemaAccepts(String yaml) throws IOException {
        return validator.validate(new YAMLMapper().readTree(yaml)).isEmpty();
    }
}
