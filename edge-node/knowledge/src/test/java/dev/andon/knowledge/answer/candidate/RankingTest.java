package dev.andon.knowledge.answer.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.answer.evidence.Supports;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Which piece of the sections that were found is the best, on an invented manual of a control.
final class RankingTest {
    private static final Manual CONTROL =
            new Manual("nc7", "NC-7 control manual", "B", "en", List.of("NC-7"), null);
    private static final Evidence FOUND = new Evidence(1, 1, 2, 0.8, 0.6, false);

    private static final List<Passage> PASSAGES =
            List.of(
                    passage(
                            1,
                            "Remapping > The behaviour of M20, M21 and M90",
                            "M20 or M21 can be remapped so that the belt and the blower stop too."),
                    passage(
                            2,
                            "Codes > M20, M21, M22 Belt Control",
                            """
                            M21 S- Q-
                            - M20 - start the belt. M20 drives output 4.
                            - M21 - turn the blower on. M21 drives output 5.
                            - M22 - turn both M20 and M21 off.\
                            """),
                    passage(
                            3,
                            "Settings > [ARC] Section",
                            """
                            - ARC_LIMIT_INCH = n Default 0.002
                            - ARC_LIMIT_MM = n Default 0.05
                            - TABLE_FILE = name - The table consists of one line a point. File names\
                             are case sensitive. The limit is 256 entries per joint.\
                            """),
                    passage(
                            4,
                            "Codes > G54-G59 Select Coordinate System",
                            """
                            G55 uses the parameters of coordinate system 2.
                            Table: Table 4: Coordinate system parameters
                            | Select | System | X | Z | Stop signal |
                            |---|---|---|---|---|
                            | G54 | 1 | 5221 | 5223 | no |
                            | G55 | 2 | 5241 | 5243 | yes |\
                            """),
                    passage(
                            5,
                            "Cycles > G71 Roughing cycle",
                            """
                            - D - The remaining distance, defaults to 0.
                            - R - The retracting distance, defaults to 0.5.
                            The retracting distance of G71 is kept for the whole cycle.\
                            """),
                    passage(
                            6,
                            "Planning > Looking ahead",
                            "The figure shows how the path planner slows down at corners. The path"
                                    + " planner is the part that turns blocks into moves."),
                    passage(
                            7,
                            "Codes > G28, G28.1 Stored position",
                            "G28 moves to the position in parameter 5161. If no positions are"
                                    + " stored with G28.1 then all axes will go to the machine"
                                    + " origin."),
                    passage(
                            8,
                            "Homing > Without a switch",
                            """
                            For a rotary joint without a switch the following entries are needed.
                            - HOME_SPEED = 0
                            - HOME_ORDER = 1\
                            """));

    private static Passage passage(int id, String path, String text) {
        return DemoPassages.with(
                DemoPassages.passage(id, CONTROL, String.valueOf(id), path, text), FOUND);
    }

    private static Candidate best(String text) {
        Asked asked = Asked.read(new Question(text, null, List.of(), "en"));
        List<Match> ranked = Ranking.rank(asked, PASSAGES, Supports.of(asked, PASSAGES));
        assertThat(ranked).as("%s: %s", text, asked).isNotEmpty();
        return ranked.getFirst().candidate();
    }

    @ParameterizedTest
    @CsvSource({
        "What does M20 do?,M20 - start the belt",
        "What does M21 turn on?,M21 - turn the blower on",
        "What does M22 do?,M22 - turn both",
        "How do I turn M21 off?,M22 - turn both",
    })
    void quotesTheEntryOfTheAskedCodeAndNoSibling(String question, String quote) {
        assertThat(best(question).quote()).startsWith(quote);
    }

    @ParameterizedTest
    @CsvSource({
        "What is the default for ARC_LIMIT_INCH?,0.002",
        "What is the default for ARC_LIMIT_MM?,0.05",
        "How many entries per joint can the table file hold?,256",
        "Default retracting distance of G71?,0.5",
    })
    void quotesTheSentenceThatGivesTheFigure(String question, String figure) {
        assertThat(best(question).quote()).contains(figure);
    }

    @ParameterizedTest
    @CsvSource({
        "Which parameter holds the X offset of G55?,2",
        "Which parameter holds the Z offset of G54?,3",
        "What is the stop signal of G55?,4",
    })
    void findsTheCellWhereTheAskedRowAndColumnCross(String question, int column) {
        Candidate best = best(question);
        assertThat(best).isInstanceOf(Candidate.Row.class);
        Asked asked = Asked.read(new Question(question, null, List.of(), "en"));
        assertThat(AskedCell.columns(asked, (Candidate.Row) best)).containsExactly(column);
    }

    @Test
    void quotesTheSentenceThatHasTheThingAsItsSubject() {
        assertThat(best("What is the path planner?").quote()).startsWith("The path planner is");
    }

    @Test
    void quotesTheSentenceWithTheAskedCondition() {
        assertThat(best("If nothing was stored with G28.1, where does G28 go?").quote())
                .startsWith("If no positions are stored");
    }

    @Test
    void showsWhatASentenceAnnounces() {
        Candidate best = best("Which entries does a rotary joint without a switch need?");
        assertThat(best.citation().quote()).contains("HOME_SPEED = 0");
    }
}
