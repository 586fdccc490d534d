package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What `andon facts` lists of the demonstration's machines.
class FactsCommandTest {
    private static final int COLUMNS = 100;

    @Test
    void listsTheFactsOfTheCurrentRevisionWithTheirPlace() {
        CommandRun run = DemoHome.andon("facts", "--machine", "palletiser-1");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "PX-200 Palletiser service manual, revision C (px200-service, manual)",
                        "4.2 Torques by joint, page ",
                        "Chain tensioner lock nut, M16, lubricated",
                        "120 – 130 N·m",
                        "E-42  Layer sheet missing",
                        "safety    1. Carry out the lock-out and tag-out of section 1.2.")
                .doesNotContain("revision B");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= COLUMNS);
    }

    @Test
    void writesALineAFactForPrograms() {
        CommandRun run =
                DemoHome.andon("facts", "--machine", "capper-1", "--kind", "fault,value", "--json");
        assertThat(run.exit()).isZero();
        List<JsonNode> lines = run.objects();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(
                        line -> {
                            assertThat(line.path("kind").asText()).isIn("value", "fault");
                            assertThat(line.path("manual").asText()).isEqualTo("cp12-entretien");
                            assertThat(line.path("revision").asText()).isEqualTo("2");
                            assertThat(line.path("page").asText()).isNotEmpty();
                            assertThat(line.path("heading").asText()).isNotEmpty();
                            assertThat(line.path("quote").asText()).isNotEmpty();
                        });
        assertThat(lines)
                .filteredOn(line -> line.path("code").asText().equals("D-14"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.path("remedies").get(0).asText()).contains("cône"));
        assertThat(lines)
                .filteredOn(line -> line.path("subject").asText().equals("Étoile d’entrée"))
                .anySatisfy(
                        line -> {
                            assertThat(line.path("from").decimalValue()).isEqualByComparingTo("22");
                            assertThat(line.path("to").decimalValue()).isEqualByComparingTo("24");
                            assertThat(line.path("unit").asText()).isEqualTo("N.m");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "fault", "procedure", "notice"})
    void listsOneKindAlone(String kind) {
        CommandRun run = DemoHome.andon("facts", "--machine", "press-1", "--kind", kind, "--json");
        assertThat(run.objects())
                .isNotEmpty()
                .allMatch(line -> line.path("kind").asText().equals(kind));
    }

    @Test
    void namesTheNearestMachineAndManual() {
        CommandRun machine = DemoHome.andon("facts", "--machine", "paletiser-1");
        assertThat(machine.exit()).isEqualTo(1);
        assertThat(machine.err()).contains("'paletiser-1'", "'palletiser-1'", "register show");
        CommandRun manual =
                DemoHome.andon("facts", "--machine", "press-1", "--manual", "hp36-service");
        assertThat(manual.exit()).isEqualTo(1);
        assertThat(manual.err()).contains("'hp36-service'", "'hp63-service'");
    }

    @Test
    void refusesAKindThatDoesNotExist() {
        CommandRun run = DemoHome.andon("facts", "--machine", "press-1", "--kind", "story");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("story", "PROCEDURE");
    }
}
