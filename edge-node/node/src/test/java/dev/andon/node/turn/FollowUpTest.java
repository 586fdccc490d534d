package dev.andon.node.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class FollowUpTest {
    @TempDir Path folder;
    private Talk talk;

    @BeforeEach
    void comes() {
        talk = Talk.at(folder, null);
    }

    @AfterEach
    void leaves() {
        talk.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    and on the filler? | Answer to "What is the oil pressure, Filler" about filler-1.
                    what about the capper | Answer to "What is the oil pressure, Capper" about capper-1.
                    and for the M10 bolts? | Answer to "What is the oil pressure on the palletiser, the M10 bolts" about palletiser-1.
                    """)
    void completesTheQuestionBefore(String words, String reply) {
        talk.says("What is the oil pressure on the palletiser?");
        assertThat(talk.says(words).text()).isEqualToIgnoringCase(reply);
    }

    @Test
    void isAQuestionOfItsOwnWhereNothingWasAskedBefore() {
        assertThat(talk.says("what about the filler").text()).contains("what about the filler");
    }

    @Test
    void asksWhichOneWhereThereIsNoOtherOfItsKind() {
        talk.says("What is the oil pressure on the palletiser?");
        assertThat(talk.says("and for the other one?").text()).contains("Which machine");
    }

    @Test
    void tellsWhatCanBeSaid() {
        assertThat(talk.says("help").text()).contains("open an incident");
        assertThat(talk.says("aide").text()).contains("ouvre un incident");
    }

    @Test
    void saysThatTheLastReplyStandsNowhere() {
        assertThat(talk.says("which page").text()).contains("stands in no manual");
    }
}
