package dev.andon.node.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.Reply.Kind;
import dev.andon.protocol.Event;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.HandoverFact;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.stream.Stream;

class DeskTalkTest {
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

    @Test
    void givesTheHandoverAndTellsTheHub() {
        talk.says("open an incident on the palletiser fault e forty two since ten minutes", "yes");
        Reply handover = talk.says("give me the handover");
        assertThat(handover.text()).contains("E-42").contains("Palletiser");
        assertThat(handover.sentences().getFirst()).contains("1 incident is open");
        HandoverFact fact = facts(HandoverFact.class).findFirst().orElseThrow();
        assertThat(fact.open()).containsExactly(talk.incidents().getFirst().id());
        assertThat(talk.says("gib mir die Übergabe").text()).contains("Schichtübergabe");
    }

    @Test
    void callsTheExpertAfterAYesWithTheLastQuestionAndTheOpenIncident() {
        talk.says("open an incident on the palletiser fault e forty two just now", "yes");
        talk.says("why does the palletiser drop the sheets?");
        Reply readBack = talk.says("call the expert");
        assertThat(((Reply.Statement) readBack).kind()).isEqualTo(Kind.READ_BACK);
        assertThat(readBack.text()).contains("why does the palletiser drop the sheets");
        assertThat(facts(EscalationFact.class)).isEmpty();
        talk.says("yes");
        EscalationFact call = facts(EscalationFact.class).findFirst().orElseThrow();
        assertThat(call.question()).contains("drop the sheets");
        assertThat(call.machine()).isEqualTo("palletiser-1");
        assertThat(call.incident()).isEqualTo(talk.incidents().getFirst().id());
        assertThat(call.timeline()).isNotEmpty();
    }

    @Test
    void callsTheExpertAboutWhatIsSaid() {
        talk.says("call the expert about the noise in the gearbox", "yes");
        assertThat(facts(EscalationFact.class))
                .singleElement()
                .extracting(EscalationFact::question)
                .isEqualTo("the noise in the gearbox");
    }

    @Test
    void asksWhatTheExpertIsToBeAsked() {
        assertThat(talk.says("call the expert").text()).startsWith("What should the expert");
        assertThat(facts(EscalationFact.class)).isEmpty();
    }

    private <T> Stream<T> facts(Class<T> kind) {
        return talk.journal.events().stream()
                .map(Event::fact)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
