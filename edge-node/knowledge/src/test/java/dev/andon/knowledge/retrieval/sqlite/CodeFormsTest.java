package dev.andon.knowledge.retrieval.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.retrieval.Passage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Codes and part numbers in the forms in which people write them, and in which the node writes
/// what it heard.
class CodeFormsTest {
    @TempDir static Path folder;
    private static ManualsFixture site;

    @BeforeAll
    static void index() throws IOException {
        site = new ManualsFixture(folder).copy(List.of());
        Files.writeString(
                site.manuals.resolve("codes.md"),
                """
                ---
                id: codes
                title: Codes of the line
                language: en
                ---
                # Guard open
                Fault E-42: the guard is open.
                # Guard bypassed
                Fault E-421: the guard switch is bypassed.
                # Guard lost
                Fault E-422: the guard switch is lost.
                # Feeder empty
                Alarm F007: the feeder is empty.
                # Air low
                Warning A-7: the air is low.
                # Air gone
                Warning A-07: the air is gone.
                # Controller
                The controller is a 6ES7 315-2EH14.
                # Controller of the conveyor
                The conveyor has a 6ES7 314-1AG14-0AB0.
                # Die screws
                Use M8x20 screws.
                # Frame screws
                Use M8 x 25 screws.
                # Fine thread
                Use M10x1.5 for the ram.
                # Seal kit
                Seal kit HP63-1004-02 fits the ram.
                # Belt
                Belt PX2-2217-02 drives the feed.
                # Blending
                G33.1 is rigid tapping.
                # Interface card
                The pin is hm2_5i25 on the card.
                # Safety relay
                The relay is a PNOZ/X3.
                # Plug
                The plug is X12.
                # Valve
                The valve is Y-3.1.
                # Supply
                The supply is 24 V DC at 10 A, the screw takes 10 N·m at 2.5 bar, 4 mm deep.
                """);
        assertThat(site.index().outcomes()).hasSize(1);
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
                    E-42                              | Guard open
                    E42                               | Guard open
                    e42                               | Guard open
                    e-42                              | Guard open
                    E 42                              | Guard open
                    e 42                              | Guard open
                    E 4 2                             | Guard open
                    E–42                              | Guard open
                    E−42                              | Guard open
                    E_42                              | Guard open
                    E.42                              | Guard open
                    E/42                              | Guard open
                    E042                              | Guard open
                    E-042                             | Guard open
                    E0042                             | Guard open
                    what does E-42 mean?              | Guard open
                    (E-42)                            | Guard open
                    "fault E42, press 3"              | Guard open
                    E-42 1 minute ago                 | Guard open
                    line 3 E-42                       | Guard open
                    E421                              | Guard bypassed
                    E 421                             | Guard bypassed
                    e-421                             | Guard bypassed
                    E-422                             | Guard lost
                    F007                              | Feeder empty
                    F-007                             | Feeder empty
                    F7                                | Feeder empty
                    f 7                               | Feeder empty
                    F-07                              | Feeder empty
                    A7                                | Air low
                    A-7                               | Air low
                    A07                               | Air gone
                    a-07                              | Air gone
                    6ES7 315-2EH14                    | Controller
                    6ES7315-2EH14                     | Controller
                    6ES73152EH14                      | Controller
                    6es7 315-2eh14                    | Controller
                    6es7 315 2eh14                    | Controller
                    6ES7-315-2EH14                    | Controller
                    6ES7.315.2EH14                    | Controller
                    6ES7/315/2EH14                    | Controller
                    6 ES7 315-2EH14                   | Controller
                    6 ES7315-2EH14                    | Controller
                    6 E S 7 315 2EH14                 | Controller
                    315-2EH14                         | Controller
                    2EH14                             | Controller
                    6ES7 314-1AG14-0AB0               | Controller of the conveyor
                    6ES7314-1AG14-0AB0                | Controller of the conveyor
                    6es7 314 1ag14 0ab0               | Controller of the conveyor
                    M8x20                             | Die screws
                    M8 x 20                           | Die screws
                    M8×20                             | Die screws
                    M8 × 20                           | Die screws
                    m8x20                             | Die screws
                    M8X20                             | Die screws
                    M 8 x 20                          | Die screws
                    M8*20                             | Die screws
                    M8 by 20                          | Die screws
                    M8 mal 20                         | Die screws
                    M8x25                             | Frame screws
                    M8 x25                            | Frame screws
                    M10x1.5                           | Fine thread
                    M10 x 1.5                         | Fine thread
                    HP63-1004-02                      | Seal kit
                    hp63 1004 02                      | Seal kit
                    HP63100402                        | Seal kit
                    HP63/1004/02                      | Seal kit
                    HP 63 1004 02                     | Seal kit
                    PX2-2217-02                       | Belt
                    PX2 2217-02                       | Belt
                    px2.2217.02                       | Belt
                    G33.1                             | Blending
                    g33.1                             | Blending
                    hm2_5i25                          | Interface card
                    PNOZ X3                           | Safety relay
                    PNOZ/X3                           | Safety relay
                    pnoz-x3                           | Safety relay
                    X 12                              | Plug
                    Y3.1                              | Valve
                    """)
    void findsACodeInEveryForm(String question, String heading) {
        Passage first = site.ask(question).getFirst();
        assertThat(first.heading()).isEqualTo(heading);
        assertThat(first.evidence().codeHit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6ES7 315, Controller", "HP63-1004, Seal kit", "px2-2217, Belt"})
    void findsHalfAPartNumberButDoesNotCallItAHit(String question, String heading) {
        Passage first = site.ask(question).getFirst();
        assertThat(first.heading()).isEqualTo(heading);
        assertThat(first.evidence().codeHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E-4", "E-4211", "E42X", "X1", "M8x2", "6ES7 316-2EH14", "F70"})
    void neverTakesACodeForAnother(String question) {
        assertThat(site.ask(question)).noneMatch(passage -> passage.evidence().codeHit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 N·m", "24 V DC", "24V", "10 A", "2.5 bar", "4 mm", "5 A 10 V"})
    void takesNoQuantityForACode(String question) {
        assertThat(site.ask(question)).noneMatch(passage -> passage.evidence().codeHit());
    }
}
