package dev.andon.knowledge.retrieval.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SqliteRetrieverTest {
    @TempDir static Path folder;
    private static ManualsFixture site;

    @BeforeAll
    static void index() {
        site = new ManualsFixture(folder).copy(ManualsFixture.FILES);
        assertThat(site.index().outcomes()).hasSize(4);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What does E-42 mean?                                   | Fault list
                    fault E42                                              | Fault list
                    I have error E 42 on the panel                         | Fault list
                    What is E-421?                                         | Fault E-421
                    e422                                                   | Fault E-422
                    Where is 6ES7 315-2EH14 used?                          | Controller
                    Order number 6ES7315-2EH14                             | Controller
                    What are the M8x20 screws for?                         | Die clamping screws
                    What is the tightening torque of M10?                  | Tightening torques
                    Where does plug X12 go?                                | Fault E-421
                    """)
    void findsCodes(String question, String heading) {
        assertThat(site.ask(question, "PX-200").getFirst().heading()).isEqualTo(heading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    How tight do the frame bolts have to be?               | Tightening torques
                    How often do I have to grease the ram?                 | Lubrication points
                    The hydraulic pump is howling, what can it be?         | Pump noise
                    How do I make sure that nobody starts the machine while I repair it? | Lockout before maintenance
                    What do I wear when changing the dies?                 | Protective equipment
                    The workpiece will not come off the upper tool         | The part sticks to the upper die
                    How much oil goes into the hydraulic tank?             | Hydraulic oil
                    Is there still pressure when the pump is off?          | Residual pressure
                    Which screw adjusts a conveyor belt that wanders sideways? | Belt tracking
                    Where do I throw away oily cloths?                     | Oily rags
                    """)
    void findsParaphrasesAmongTheFirstThree(String question, String heading) {
        assertThat(site.ask(question).subList(0, 3)).extracting(Passage::heading).contains(heading);
    }

    @Test
    void neverFindsALongerCodeForAShorterOne() {
        Passage first = site.ask("E-42", "PX-200").getFirst();
        assertThat(first.evidence().codeHit()).isTrue();
        assertThat(site.ask("E-42", "PX-200"))
                .filteredOn(passage -> passage.evidence().codeHit())
                .extracting(Passage::heading)
                .containsExactly("Fault list");
    }

    @Test
    void findsAPartNumberByItsBeginningButDoesNotCallItAHit() {
        Passage first = site.ask("6ES7 315", "PX-200").getFirst();
        assertThat(first.heading()).isEqualTo("Controller");
        assertThat(first.evidence().codeHit()).isFalse();
    }

    @Test
    void answersFromTheManualsOfTheModelAndOfEveryModel() {
        assertThat(site.ask("fault E-42", "CV-50"))
                .isNotEmpty()
                .extracting(passage -> passage.manual().id())
                .containsOnly("cv50-manual", "site-rules");
        assertThat(site.ask("fault E-42", "cv-50").getFirst().text()).contains("jammed");
        assertThat(site.ask("fault E-42", "unknown"))
                .extracting(passage -> passage.manual().id())
                .containsOnly("site-rules");
    }

    @Test
    void asksAllManualsWithoutAModel() {
        assertThat(site.ask("tightening torque of M8").subList(0, 2))
                .extracting(passage -> passage.manual().id())
                .containsExactlyInAnyOrder("px200-service", "cv50-manual");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tightening torque M8", "foundation bolts resin Q9", "22 N·m"})
    void neverFindsASupersededRevision(String question) {
        assertThat(site.ask(question, "PX-200"))
                .isNotEmpty()
                .filteredOn(passage -> passage.manual().id().equals("px200-service"))
                .allMatch(passage -> "C".equals(passage.manual().revision()));
    }

    @Test
    void saysWhereAPassageStandsAndWhyItWasFound() {
        Passage first = site.ask("What is the tightening torque of M10?", "PX-200").getFirst();
        assertThat(first.path()).containsExactly("Mechanics", "Tightening torques");
        assertThat(first.page().printed()).isEqualTo("2");
        assertThat(first.text()).contains("| M10 | 49 N·m | 37 N·m |");
        Evidence evidence = first.evidence();
        assertThat(evidence.keywordRank()).isEqualTo(1);
        assertThat(evidence.vectorRank()).isPositive();
        assertThat(evidence.cosine()).isBetween(0.7, 1.0);
        assertThat(evidence.termCover()).isCloseTo(1, within(1e-9));
        assertThat(evidence.codeHit()).isTrue();
        assertThat(evidence.score()).isPositive();
    }

    @Test
    void givesTenPassagesAtMostBestFirst() {
        List<Passage> passages = site.ask("press oil belt pump screw fault ram");
        assertThat(passages).hasSize(10);
        assertThat(passages).extracting(passage -> -passage.evidence().score()).isSorted();
        assertThat(passages).extracting(Passage::id).doesNotHaveDuplicates();
    }

    @Test
    void coversStemsAndLeavesStopWordsOut() {
        Evidence evidence =
                site.ask("Why is it that the pumps would be whining?").getFirst().evidence();
        assertThat(evidence.termCover()).isCloseTo(1, within(1e-9));
    }

    @Test
    void coversLittleOfAQuestionThatNoManualAnswers() {
        assertThat(site.ask("Who won the football championship in Brazil?"))
                .allMatch(passage -> passage.evidence().termCover() == 0);
        double half = site.ask("pump championship").getFirst().evidence().termCover();
        assertThat(half).isBetween(0.1, 0.6);
    }

    @Test
    void countsTheMachineOfTheManualAsCovered() {
        Evidence evidence =
                site.ask("tightening torque of M10 on the PX-200", "PX-200").getFirst().evidence();
        assertThat(evidence.termCover()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M8x20 screws", "M8 x 20 screws", "M8\u00d720 screws", "m8X20 screws"})
    void coversACodeInAnySpelling(String question) {
        Passage first = site.ask(question, "PX-200").getFirst();
        assertThat(first.heading()).isEqualTo("Die clamping screws");
        assertThat(first.evidence().termCover()).isCloseTo(1, within(1e-9));
    }

    @Test
    void doesNotCoverACodeThatOnlyLooksAlike() {
        assertThat(site.ask("fault E-4", "PX-200"))
                .noneMatch(passage -> passage.evidence().codeHit())
                .allMatch(passage -> passage.evidence().termCover() < 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-42\" OR title:*",
                "\"",
                "'; drop table passage; --",
                "NEAR(pump oil, 2) AND NOT belt",
                "pump* ^oil {title path}: -body",
                "AND OR NOT",
                "(((",
                "oil\u0000tank",
                "\ud800 oil",
                "%_\\",
                "?",
            })
    void takesWhateverIsTypedAsWords(String question) {
        site.ask(question);
        assertThat(site.ask("E-421", "PX-200").getFirst().heading()).isEqualTo("Fault E-421");
    }

    @Test
    void findsNothingForNothing() {
        assertThat(site.ask("   ")).isEmpty();
    }

    @Test
    void cutsAVeryLongQuestionToItsRarestTerms() {
        String filler =
                IntStream.range(0, 9_990)
                        .mapToObj(i -> "the press and the oil of the machine".split(" ")[i % 8])
                        .collect(Collectors.joining(" "));
        Passage first = site.ask(filler + " whining noise " + filler).getFirst();
        assertThat(first.heading()).isEqualTo("Pump noise");
    }

    @Test
    void boundsTenThousandDifferentWordsAndCodes() {
        String words =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> (i % 2 == 0 ? "word" : "Q-") + (10_000 + i))
                        .collect(Collectors.joining(" "));
        assertThat(site.ask("whining pump " + words).getFirst().heading()).isEqualTo("Pump noise");
    }
}
