package dev.andon.config.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;

class RegisterWriterTest {
    @TempDir Path folder;

    @Test
    void writesTheCanonicalForm() {
        assertThat(RegisterWriter.text(RegisterReaderTest.DEMO))
                .isEqualTo(
                        """
                        register: 1
                        site: demo
                        name: Demo bottling plant
                        lines:
                          - id: line-1
                            name: Line one
                        machines:
                          - id: palletiser-1
                            name: Palletiser
                            aliases:
                              - palletizer
                              - stacker
                            line: line-1
                            class: palletiser
                            model: PX-200
                            serial: PX2-0417
                            faults:
                              - code: E-42
                                name: Layer sheet missing
                                aliases: []
                            parts:
                              - number: 6ES7 315-2EH14
                                name: CPU module
                                aliases: []
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "007",
                "1e3",
                "0x1F",
                "12:30",
                "1_000",
                "yes",
                "No",
                "true",
                "null",
                "~",
                "# 5",
                "a: b",
                "- a",
                "[x]",
                "{x}",
                "*x",
                "&x",
                "!x",
                "%x",
                "@x",
                "`x",
                "'x'",
                "\"x\"",
                "x\\y",
                "3,5",
                "Ümlaut",
                "日本",
                "a #b",
                "?",
                "-",
                "=",
                "<<",
                "2024-05-12",
                "E+3",
                ".5",
                "x:",
                "a very long name that a writer of YAML might want to fold over two lines since it"
                        + " exceeds eighty columns",
            })
    void readsBackWhatItWrote(String name) {
        Part part = new Part(name, name, List.of(name));
        Machine machine =
                new Machine(
                        "m",
                        name,
                        List.of("x " + name),
                        "a",
                        name,
                        name,
                        name,
                        List.of(new FaultCode(name, name, List.of())),
                        List.of(part));
        AssetRegister register =
                new AssetRegister("demo", name, List.of(new Line("a", name)), List.of(machine));
        Path file = folder.resolve("register.yaml");

        RegisterWriter.write(register, file);

        assertThat(RegisterReader.read(file)).isEqualTo(register);
    }

    @Test
    void replacesTheFileAsAWhole() throws IOException {
        Path file = folder.resolve("register.yaml");
        RegisterWriter.write(RegisterReaderTest.DEMO, file);
        RegisterWriter.write(AssetRegister.empty(), file);

        assertThat(RegisterReader.read(file)).isEqualTo(AssetRegister.empty());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThatExceptionOfType(RegisterException.class)
                .isThrownBy(
                        () ->
                                RegisterWriter.write(
                                        AssetRegister.empty(), folder.resolve("no/register.yaml")))
                .withMessageContaining("register.yaml")
                .withMessageContaining("check that the folder is writable");
    }

    @Test
    void writesWhatTheSchemaAllows() throws IOException {
        Path schema =
                Path.of(
                        System.getProperty("andon.root"),
                        "device-config/schema/asset-register.schema.json");
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(new ObjectMapper().readTree(schema.toFile()));
        String good = RegisterWriter.text(RegisterReaderTest.DEMO);

        assertThat(validator.validate(new YAMLMapper().readTree(good))).isEmpty();
        assertThat(
                        validator.validate(
                                new YAMLMapper().readTree(good.replace("serial:", "seriel:"))))
                .isNotEmpty();
        assertThat(
                        validator.validate(
                                new YAMLMapper()
                                        .readTree(good.replace("code: E-42", "code: \"\""))))
                .isNotEmpty();
    }
}
