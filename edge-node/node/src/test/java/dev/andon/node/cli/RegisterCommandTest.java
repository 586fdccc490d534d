package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.RegisterReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `andon register` takes into use, complains of and shows.
class RegisterCommandTest {
    private static final String PROBLEMS =
            """
            register: 1
            site: demo
            name: Demo
            lines:
              - {id: line-1, name: Line one}
            machines:
              - {id: press-1, name: Press, line: line-7, class: press, model: HP-63}
              - {id: press-1, name: Other, line: line-1, class: press, model: HP-63, colour: red}
            """;

    @TempDir private static Path folder;

    @TempDir private Path home;
    private static DemoPlant plant;

    @BeforeAll
    static void unpack() {
        plant = DemoPlant.unpack(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"register.yaml", "register.csv"})
    void importsARegisterAndTeachesItsWords(String name) {
        Path file = plant.register().resolveSibling(name);
        CommandRun run = register("import", file.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("Imported 2 lines, 8 machines, ", "words");
        AssetRegister taken = RegisterReader.read(new NodeHome(home).register());
        assertThat(taken.machines()).isEqualTo(RegisterReader.read(file).machines());
        assertThat(register("show").out())
                .contains("2 lines, 8 machines", "Line one (line-1)", "palletiser-1", "PX-200");
    }

    @Test
    void validatesAGoodRegisterWithoutTakingIt() {
        CommandRun run = register("validate", plant.register().toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains(plant.register() + " is good: 2 lines, 8 machines");
        assertThat(new NodeHome(home).register()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "import"})
    void namesEveryProblemWithItsLineAndTakesNothing(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), PROBLEMS);
        CommandRun run = register(command, file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("broken.yaml", "line-7", "press-1", "colour")
                .doesNotContain("\tat ", "Exception");
        assertThat(run.err().lines().filter(line -> line.contains("broken.yaml"))).hasSize(3);
        assertThat(new NodeHome(home).register()).doesNotExist();
    }

    @Test
    void saysThatAFileIsNotThere() {
        CommandRun run = register("validate", folder.resolve("absent.csv").toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("absent.csv").doesNotContain("\tat ");
    }

    @Test
    void showsAFileAndAnEmptyRegister() {
        assertThat(register("show").out()).contains("0 lines, 0 machines");
        assertThat(register("show", plant.register().toString()).out())
                .contains("press-1", "compressor-1");
        assertThat(register().exit()).isEqualTo(2);
    }

    private CommandRun register(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "--home";
        all[1] = home.toString();
        all[2] = "register";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return CommandRun.of(all);
    }
}
