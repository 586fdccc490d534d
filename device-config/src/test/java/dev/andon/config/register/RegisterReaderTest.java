package dev.andon.config.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.config.source.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RegisterReaderTest {
    static final AssetRegister DEMO =
            new AssetRegister(
                    "demo",
                    "Demo bottling plant",
                    List.of(new Line("line-1", "Line one")),
                    List.of(
                            new Machine(
                                    "palletiser-1",
                                    "Palletiser",
                                    List.of("palletizer", "stacker"),
                                    "line-1",
                                    "palletiser",
                                    "PX-200",
                                    "PX2-0417",
                                    List.of(
                                            new FaultCode(
                                                    "E-42", "Layer sheet missing", List.of())),
                                    List.of(new Part("6ES7 315-2EH14", "CPU module", List.of())))));

    private static final String YAML =
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
                aliases: [palletizer, stacker]
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
            """;

    private static final String CSV =
            """
            kind,id,name,aliases,line,class,model,serial,machine
            site,demo,Demo bottling plant,,,,,,
            line,line-1,Line one,,,,,,
            machine,palletiser-1,Palletiser,palletizer|stacker,line-1,palletiser,PX-200,PX2-0417,
            fault,E-42,Layer sheet missing,,,,,,palletiser-1
            part,6ES7 315-2EH14,CPU module,,,,,,palletiser-1
            """;

    @TempDir Path folder;

    @Test
    void readsYaml() throws IOException {
        assertThat(yaml(YAML)).isEqualTo(DEMO);
    }

    @Test
    void readsCsv() throws IOException {
        assertThat(csv(CSV)).isEqualTo(DEMO);
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        assertThat(csv("\uFEFF" + CSV.replace(',', ';').replace("\n", "\r\n"))).isEqualTo(DEMO);
        assertThat(csv(CSV.replace("Layer sheet missing", " \"Layer sheet missing\"".strip())))
                .isEqualTo(DEMO);
        assertThat(csv(CSV.replace(",,,,,,\n", "\n"))).isEqualTo(DEMO);
        assertThat(csv(CSV.replace("kind,id", "Kind, ID"))).isEqualTo(DEMO);
    }

    @Test
    void findsFaultsBeforeTheirMachine() throws IOException {
        List<String> rows = CSV.lines().toList();

        assertThat(
                        csv(
                                String.join(
                                        "\n",
                                        rows.get(0),
                                        rows.get(5),
                                        rows.get(4),
                                        rows.get(3),
                                        rows.get(2),
                                        rows.get(1))))
                .isEqualTo(DEMO);
    }

    @Test
    void keepsCodesAsTheyAreWritten() throws IOException {
        Machine machine = yaml(YAML.replace("code: E-42", "code: 007")).machines().getFirst();

        assertThat(machine.faults().getFirst().code()).isEqualTo("007");
        assertThat(
                        yaml(YAML.replace("code: E-42", "code: 1e3"))
                                .machines()
                                .getFirst()
                                .faults()
                                .getFirst()
                                .code())
                .isEqualTo("1e3");
    }

    @Test
    void understandsQuotedCells() throws IOException {
        AssetRegister register =
                csv(CSV.replace("Layer sheet missing", "\"Sheet \"\"A\"\", missing\""));

        assertThat(register.machines().getFirst().faults().getFirst().name())
                .isEqualTo("Sheet \"A\", missing");
    }

    @Test
    void namesAllProblemsAtOnce() throws IOException {
        RegisterException refused =
                refused(
                        "register.csv",
                        """
                        kind,id,name,aliases,line,class,model,serial,machine
                        line,line-1,Line one,,,,,,
                        machine,m-1,,,line-2,,,,
                        machine,M-1,Again,,line-1,,,,
                        machien,m-2,Second,,line-1,,,,
                        fault,E-1,Jam,,,,,,m-9
                        fault,E-2,,,,,,,m-1
                        line,line-1,Twice,,,,,,
                        """);

        assertThat(refused.problems())
                .extracting(Problem::line, Problem::field)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(3, "name"),
                        org.assertj.core.groups.Tuple.tuple(3, "line"),
                        org.assertj.core.groups.Tuple.tuple(4, "id"),
                        org.assertj.core.groups.Tuple.tuple(5, "kind"),
                        org.assertj.core.groups.Tuple.tuple(6, "machine"),
                        org.assertj.core.groups.Tuple.tuple(7, "name"),
                        org.assertj.core.groups.Tuple.tuple(8, "id"));
        assertThat(refused)
                .hasMessageContaining("\"machien\" is no kind of row; did you mean \"machine\"?")
                .hasMessageContaining("\"line-2\" is no known line; did you mean \"line-1\"?")
                .hasMessageContaining("\"M-1\" stands already in line 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line: line-1            | line: line-9         | 11 | machines[0].line      | no"
                        + " known line",
                "serial: PX2-0417        | seriel: PX2-0417     | 14 | machines[0].seriel    | did"
                        + " you mean \"serial\"",
                "aliases: [palletizer, stacker] | aliases: stacker | 10 | machines[0].aliases | a"
                        + " list is expected",
                "aliases: [palletizer, stacker] | aliases: ['']    | 10 | machines[0].aliases[0] |"
                        + " it is empty",
                "aliases: [palletizer, stacker] | aliases: [Palletiser] | 10 |"
                        + " machines[0].aliases[0] | stands twice",
                "site: demo              | site: Demo Plant     | 2  | site                  | is"
                        + " no site",
                "register: 1             | register: 2          | 1  | register              | no"
                        + " version",
                "id: palletiser-1        | id: the palletiser   | 8  | machines[0].id        | is"
                        + " no id",
                "name: Layer sheet missing | name:              | 17 | machines[0].faults[0].name |"
                        + " it is empty",
                "name: Demo bottling plant | nmae: Demo         | 3  | nmae                  | did"
                        + " you mean \"name\"",
                "name: Palletiser        | name: [Palletiser]   | 9  | machines[0].name      | a"
                        + " single value",
            })
    void saysWhereAndWhat(String good, String bad, int line, String field, String why)
            throws IOException {
        RegisterException refused = refused("register.yaml", YAML.replace(good, bad));

        assertThat(refused.problems())
                .anySatisfy(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.line()).isEqualTo(line);
                            assertThat(problem.what() + "; " + problem.mend()).contains(why);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "kind,id,nam\\nline,a,A ! did you mean \"name\"",
                "kind,id,name,name\\n ! the column stands twice",
                "kind,id\\n ! name: the column is missing",
                "kind,id,name\\nline,a,A,more ! 4 cells stand under 3 columns",
                "kind,id,name,serial\\nline,a,A,9 ! has no use for serial",
                "kind,id,name\\nline,a,\"A ! the quotes are broken",
            })
    void refusesACrookedTable(String text, String why) throws IOException {
        assertThat(refused("register.csv", text.replace("\\n", "\n"))).hasMessageContaining(why);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(refused("register.csv", "")).hasMessageContaining("the header is missing");
        assertThat(refused("register.yaml", "")).hasMessageContaining("no version of a register");
    }

    @ParameterizedTest
    @ValueSource(strings = {"register.csv", "register.yaml"})
    void refusesAnotherEncoding(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.write(
                file, "kind,id,name\nline,a,Abf\u00fcllung".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(RegisterException.class)
                .isThrownBy(() -> RegisterReader.read(file))
                .withMessageContaining("line 2")
                .withMessageContaining("save the file as UTF-8");
    }

    @Test
    void refusesAnUnknownEnding() throws IOException {
        assertThat(refused("register.xlsx", "PK")).hasMessageContaining(".yaml, .yml or .csv");
    }

    @Test
    void warnsOfOneNameForTwoMachines() throws IOException {
        Path file =
                write(
                        "register.csv",
                        """
                        kind,id,name,aliases,line
                        line,a,Line a,,
                        machine,c-1,Infeed conveyor,the belt,a
                        machine,c-2,Outfeed conveyor,The  Belt,a
                        """);

        CheckedRegister checked = RegisterReader.validate(file);

        assertThat(checked.warnings())
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.line()).isEqualTo(4);
                            assertThat(warning.what()).isEqualTo("\"The  Belt\" is also c-1");
                        });
        assertThat(checked.register().machinesCalled(" the BELT "))
                .extracting(Machine::id)
                .containsExactly("c-1", "c-2");
    }

    @Test
    void readsTenThousandMachines() throws IOException {
        StringBuilder rows = new StringBuilder("kind,id,name,aliases,line\nline,a,Line a,,\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append("machine,m-")
                    .append(i)
                    .append(",Machine ")
                    .append(i)
                    .append(",alias ")
                    .append(i)
                    .append(",a\n");
        }

        AssetRegister register = csv(rows.toString());
        Path yaml = folder.resolve("large.yaml");
        RegisterWriter.write(register, yaml);

        assertThat(register.machines()).hasSize(10_000);
        assertThat(RegisterReader.read(yaml)).isEqualTo(register);
    }

    private AssetRegister yaml(String text) throws IOException {
        return RegisterReader.read(write("register.yaml", text));
    }

    private AssetRegister csv(String text) throws IOException {
        return RegisterReader.read(write("register.csv", text));
    }

    private RegisterException refused(String name, String text) throws IOException {
        Path file = write(name, text);
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                RegisterException.class, () -> RegisterReader.read(file));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
