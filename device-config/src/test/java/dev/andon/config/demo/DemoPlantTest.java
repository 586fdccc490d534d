package dev.andon.config.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.register.RegisterReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class DemoPlantTest {
    @TempDir private static Path folder;

    private static DemoPlant plant;

    @BeforeAll
    static void unpack() {
        plant = DemoPlant.unpack(folder);
    }

    @Test
    void hasTheSameRegisterAsYamlAndAsTable() {
        assertThat(RegisterReader.read(folder.resolve("register.csv")))
                .isEqualTo(RegisterReader.read(plant.register()));
    }

    @Test
    void hasARecordingForEveryQuestionAndAMachineThatTheRegisterKnows() {
        var register = RegisterReader.read(plant.register());
        assertThat(plant.questions()).hasSizeGreaterThan(10);
        for (DemoQuestion question : plant.questions()) {
            assertThat(plant.recording(question)).isNotEmptyFile();
            if (question.machine() != null) {
                assertThat(register.machine(question.machine())).isPresent();
            }
        }
    }

    @Test
    void hasAnUpdateOutsideTheManualsThatAreIndexed() {
        assertThat(plant.update()).isNotEmptyFile();
        assertThat(plant.updateQuestions()).isNotEmptyFile();
        assertThat(plant.update().startsWith(plant.manuals())).isFalse();
    }

    @Test
    void unpacksThePlantAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".class"))
                    .doesNotContain("source")
                    .contains("palletiser-px200-service-c.pdf", "palletiser-px200-service-b.pdf");
        }
    }

    @Test
    void unpacksAgainOverWhatStandsThere() {
        assertThat(DemoPlant.unpack(folder).questions()).isEqualTo(plant.questions());
    }
}
