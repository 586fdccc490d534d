package dev.andon.knowledge.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.grounding.Verdict.Grounded;
import dev.andon.knowledge.answer.grounding.Verdict.Replaced;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Section;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;

/// A condition may not be left out where something differs only in it, wherever the manual says it:
/// in a row, in a column, in the caption, or as another table.
class QualifierTest {
    private static final Passage ANY =
            DemoManuals.passages("palletiser-px200-service-c.pdf").getFirst();
    private static final PageRef PAGE = ANY.page();

    private static final Table ROWS =
            table(
                    null,
                    "Thread | Condition | Torque (N·m)",
                    "M8 | dry | 25",
                    "M8 | lubricated | 20");
    private static final Table COLUMNS =
            table(null, "Thread | Dry (N·m) | Lubricated (N·m)", "M8 | 25 | 20", "M10 | 49 | 40");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M8: 20 N·m.",
                "M8 takes 20 N·m.",
                "The torque of M8 is 25 N·m.",
                "M8, 25 N·m."
            })
    void isNotDroppedWhereRowsOrColumnsDifferOnlyInIt(String said) {
        assertThat(check(said, ROWS)).isNotInstanceOf(Grounded.class);
        assertThat(check(said, COLUMNS)).isNotInstanceOf(Grounded.class);
        assertThat(check(said, ROWS, COLUMNS)).isNotInstanceOf(Grounded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M8, lubricated: 20 N·m.", "M8, dry: 25 N·m."})
    void saysTheRightOne(String said) {
        assertThat(check(said, ROWS)).isInstanceOf(Grounded.class);
        assertThat(check(said, COLUMNS)).isInstanceOf(Grounded.class);
    }

    @Test
    void isNotDroppedWhereOnlyTheHeadersOfTwoTablesDiffer() {
        Table dry = table(null, "Thread | Dry torque (N·m)", "M8 | 25", "M10 | 49");
        Table oiled = table(null, "Thread | Lubricated torque (N·m)", "M8 | 20", "M10 | 40");

        assertThat(check("M8: 20 N·m.", dry, oiled)).isNotInstanceOf(Grounded.class);
        assertThat(check("M8, torque: 25 N·m.", dry, oiled)).isNotInstanceOf(Grounded.class);
        assertThat(check("M8, lubricated torque: 25 N·m.", dry, oiled))
                .isNotInstanceOf(Grounded.class);
        assertThat(check("M8, lubricated torque: 20 N·m.", dry, oiled))
                .isInstanceOf(Grounded.class);
    }

    @Test
    void isNotDroppedWhereTheCaptionSaysIt() {
        Table oiled = table("Torques, lubricated", "Thread | Torque (N·m)", "M8 | 20", "M10 | 40");

        assertThat(check("M8: 20 N·m.", oiled))
                .isInstanceOfSatisfying(
                        Replaced.class,
                        replaced -> assertThat(replaced.verbatim()).contains("lubricated"));
        assertThat(check("M8, dry: 20 N·m.", oiled)).isNotInstanceOf(Grounded.class);
        assertThat(check("M8, lubricated: 20 N·m.", oiled)).isInstanceOf(Grounded.class);
    }

    @Test
    void isUnknownWhereItCouldNotBeRead() {
        Table scanned =
                table(
                        null,
                        "Joint | Condition | Torque (N·m)",
                        "Bowl clamp | […] | 25",
                        "Lid clamp | dry | […]",
                        "Base clamp | dry | 30");

        assertThat(check("Bowl clamp: 25 N·m.", scanned)).isInstanceOf(Verdict.Rejected.class);
        assertThat(check("Bowl clamp, dry: 25 N·m.", scanned)).isInstanceOf(Verdict.Rejected.class);
        assertThat(check("Lid clamp: 30 N·m.", scanned)).isNotInstanceOf(Grounded.class);
        assertThat(check("Lid clamp: […] N·m.", scanned)).isInstanceOf(Verdict.Rejected.class);
        assertThat(check("Base clamp, dry: 30 N·m.", scanned)).isInstanceOf(Grounded.class);
    }

    private static Verdict check(String said, Table... tables) {
        List<Block> blocks = List.of(tables);
        Passage passage =
                new Passage(
                        1,
                        ANY.manual(),
                        List.of("Torques"),
                        PAGE,
                        PassageText.render(blocks),
                        ANY.evidence(),
                        new Section(blocks, true));
        Question question = new Question("", null, ANY.manual().models(), "en");
        return new GroundingCheck(question, List.of(passage)).check(said);
    }

    private static Table table(@Nullable String caption, String header, String... rows) {
        return new Table(
                caption,
                cells(header),
                Arrays.stream(rows).map(QualifierTest::cells).toList(),
                PAGE);
    }

    private static List<String> cells(String row) {
        return List.of(row.split(" \\| "));
    }
}
