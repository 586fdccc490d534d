package dev.andon.node.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.Reply.Kind;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class IncidentTalkTest {
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
    void readsBackAndOpensAfterAYesOnly() {
        Reply asked = talk.says("Open an incident on the palletiser, fault E forty two");
        assertThat(asked.text()).isEqualTo("Since when is it stopped?");
        Reply readBack = talk.says("ten minutes ago");
        assertThat(kind(readBack)).isEqualTo(Kind.READ_BACK);
        assertThat(readBack.text())
                .startsWith(
                        "Palletiser, fault E-42, Layer sheet missing: open an incident, stopped"
                                + " since ")
                .endsWith(", 10 minutes ago. Correct?");
        assertThat(talk.incidents()).isEmpty();
        assertThat(kind(talk.says("yes"))).isEqualTo(Kind.DONE);
        Incident incident = talk.incidents().getFirst();
        assertThat(incident.machine()).isEqualTo("palletiser-1");
        assertThat(incident.fault()).isEqualTo("E-42");
        assertThat(incident.origin()).isEqualTo(Origin.VOICE);
        assertThat(incident.standing())
                .extracting("moment")
                .containsExactly(Moment.FAILED, Moment.DECLARED);
        assertThat(incident.standing().getFirst().at())
                .isEqualTo(talk.now().minus(Duration.ofMinutes(10)).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    open an incident on the palletiser fault echo four two since ten minutes | palletiser-1 | E-42
                    create an incident for the filler with fault code e twelve stopped just now | filler-1 | E-12
                    log a breakdown on the press, alarm four one two, half an hour ago | press-1 | P-412
                    open an incident fault a three ten on the lathe since an hour | lathe-1 | A-310
                    the capper has stopped with fault d eleven five minutes ago | capper-1 | D-11
                    the compressor is down since ten minutes | compressor-1 |
                    the compressor has stopped with fault foxtrot seven just now | compressor-1 | F-07
                    we have a stop on the conveyor fault c three since five past six | conveyor-1 | C-03
                    open an incident on the labeller fault web break just now | labeller-1 | L-06
                    Ouvre un incident sur la palettiseuse | |
                    Ouvrez un incident sur le palletiser, défaut E-42, depuis dix minutes | palletiser-1 | E-42
                    le filler est en panne avec le défaut E-12 depuis une demi-heure | filler-1 | E-12
                    Öffne eine Störung am Palletiser mit Fehler E-42 seit zehn Minuten | palletiser-1 | E-42
                    der Filler steht mit Fehler E-12 seit einer halben Stunde | filler-1 | E-12
                    """)
    void understandsHowPeopleSayIt(String words, String machine, String fault) {
        Reply reply = talk.says(words);
        if (machine == null) {
            assertThat(talk.incidents()).isEmpty();
            return;
        }
        assertThat(kind(reply)).as(reply.text()).isEqualTo(Kind.READ_BACK);
        assertThat(kind(talk.says(yes(words)))).isEqualTo(Kind.DONE);
        Incident incident = talk.incidents().getFirst();
        assertThat(incident.machine()).isEqualTo(machine);
        assertThat(incident.fault()).isEqualTo(fault);
        assertThat(incident.standing()).hasSize(2);
    }

    private static String yes(String words) {
        return words.matches("(?i)(le|ouvre).*")
                ? "oui"
                : words.matches("(?i)(der|öff).*") ? "ja" : "yes";
    }

    @Test
    void repliesInTheLanguageOfThePerson() {
        assertThat(talk.says("Öffne eine Störung am Palletiser mit Fehler E-42").text())
                .isEqualTo("Seit wann steht die Maschine?");
        Reply readBack = talk.says("seit zehn Minuten");
        assertThat(readBack.text()).contains("Störung öffnen").endsWith("Richtig?");
        assertThat(readBack.sentences()).last().isEqualTo("Correct?");
        assertThat(talk.says("ja").text()).contains("Palletiser");
        assertThat(talk.incidents()).hasSize(1);
    }

    @Test
    void takesTheMachineThatThePersonStandsAt() {
        try (Talk here = Talk.at(folder.resolve("here"), "filler-1")) {
            here.says("open an incident fault e twelve just now", "yes");
            assertThat(here.incidents().getFirst().machine()).isEqualTo("filler-1");
        }
    }

    @Test
    void asksForTheMachineThatNobodyNamed() {
        assertThat(talk.says("open an incident").text()).isEqualTo("Which machine?");
        assertThat(talk.says("the filler").text()).isEqualTo("Since when is it stopped?");
        talk.says("i do not know", "yes");
        Incident incident = talk.incidents().getFirst();
        assertThat(incident.machine()).isEqualTo("filler-1");
        assertThat(incident.standing()).extracting("moment").containsExactly(Moment.DECLARED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no the filler | filler-1 | E-12
                    No, it is the filler. | filler-1 | E-12
                    the filler | filler-1 | E-12
                    no fault e forty three | palletiser-1 | E-43
                    no e oh seven | palletiser-1 | E-07
                    no on the filler with fault e fourteen | filler-1 | E-14
                    """)
    void correctsOneSlot(String correction, String machine, String fault) {
        talk.says("open an incident on the palletiser fault e twelve just now");
        Reply again = talk.says(correction);
        assertThat(kind(again)).as(again.text()).isEqualTo(Kind.READ_BACK);
        assertThat(talk.incidents()).isEmpty();
        talk.says("yes");
        assertThat(talk.incidents()).hasSize(1);
        assertThat(talk.incidents().getFirst().machine()).isEqualTo(machine);
        assertThat(talk.incidents().getFirst().fault()).isEqualTo(fault);
    }

    @Test
    void correctsTheTime() {
        talk.says("open an incident on the palletiser just now", "no, an hour ago", "yes");
        assertThat(talk.incidents().getFirst().standing().getFirst().at())
                .isEqualTo(talk.now().minus(Duration.ofHours(1)).toEpochMilli());
    }

    @Test
    void asksForTheCodeAgainThatTheOtherMachineDoesNotHave() {
        talk.says("open an incident on the palletiser fault e forty two just now");
        assertThat(talk.says("no, the filler").text())
                .isEqualTo("Filler has no fault E42. Say the code again, or say no code.");
        talk.says("e twelve", "yes");
        assertThat(talk.incidents().getFirst().fault()).isEqualTo("E-12");
    }

    @Test
    void asksWhatIsWrongAndGivesUpAtTheSecondNo() {
        talk.says("open an incident on the palletiser just now");
        assertThat(talk.says("no").text()).startsWith("Say what is right instead");
        assertThat(talk.says("yes").text()).startsWith("Say what is right instead");
        assertThat(talk.says("no").text()).isEqualTo("Nothing is recorded.");
        assertThat(talk.says("yes").text()).isEqualTo("Nothing waits for an answer.");
        assertThat(talk.incidents()).isEmpty();
    }

    @Test
    void recordsNothingWhenTheYesComesTooLate() {
        talk.says("open an incident on the palletiser just now");
        talk.keepsSilent();
        assertThat(talk.says("yes").text()).startsWith("That came too late.");
        assertThat(talk.incidents()).isEmpty();
    }

    @Test
    void recordsOnceHoweverOftenYesIsSaid() {
        talk.says("open an incident on the palletiser just now", "yes", "yes", "yes");
        assertThat(talk.incidents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mumble",
                "okay",
                "hm",
                "what is the torque of the M8 bolts",
                "yesterday",
                "guess"
            })
    void takesNothingElseForAYes(String words) {
        talk.says("open an incident on the palletiser just now");
        assertThat(kind(talk.says(words))).isEqualTo(Kind.READ_BACK);
        assertThat(talk.incidents()).isEmpty();
        assertThat(talk.says(words).text())
                .isEqualTo("I did not understand that. Nothing is recorded.");
        talk.says("yes");
        assertThat(talk.incidents()).isEmpty();
    }

    @Test
    void takesAnotherCommandInThePlaceOfTheOneThatWaits() {
        talk.says("open an incident on the palletiser just now");
        talk.says("open an incident on the filler just now", "yes");
        assertThat(talk.incidents()).extracting(Incident::machine).containsExactly("filler-1");
    }

    @Test
    void cancels() {
        talk.says("open an incident on the palletiser just now");
        assertThat(talk.says("cancel").text()).isEqualTo("Nothing is recorded.");
        assertThat(talk.incidents()).isEmpty();
    }

    @Test
    void walksAnIncidentToItsEnd() {
        talk.says("open an incident on the palletiser fault e forty two since ten minutes", "yes");
        for (String milestone :
                List.of(
                        "acknowledged",
                        "diagnosing",
                        "waiting for a spare part",
                        "waiting for an expert",
                        "waiting for a permit",
                        "repairing the palletiser",
                        "repaired",
                        "test run on the palletiser")) {
            talk.journal.clock().pass(60_000);
            assertThat(kind(talk.says(milestone))).as(milestone).isEqualTo(Kind.READ_BACK);
            assertThat(kind(talk.says("yes"))).as(milestone).isEqualTo(Kind.DONE);
        }
        talk.journal.clock().pass(60_000);
        assertThat(talk.says("the palletiser is running again").text())
                .isEqualTo("What was the cause? Say it, or say skip.");
        Reply readBack = talk.says("a torn suction cup, note ordered a new set");
        assertThat(readBack.text())
                .contains("Cause: a torn suction cup")
                .contains("Note: ordered a new set");
        talk.says("yes");
        Incident incident = talk.incidents().getFirst();
        assertThat(incident.open()).isFalse();
        assertThat(incident.cause()).isEqualTo("a torn suction cup");
        assertThat(incident.note()).isEqualTo("ordered a new set");
        assertThat(incident.standing())
                .extracting("moment")
                .containsExactly(
                        Moment.FAILED,
                        Moment.DECLARED,
                        Moment.ACKNOWLEDGED,
                        Moment.DIAGNOSING,
                        Moment.WAITING,
                        Moment.WAITING,
                        Moment.WAITING,
                        Moment.REPAIRING,
                        Moment.REPAIRED,
                        Moment.TESTING,
                        Moment.RESTORED);
        assertThat(incident.standing().get(4).waitFor()).isEqualTo(Wait.PART);
        assertThat(incident.standing()).extracting("source").containsOnly(Source.SAID);
    }

    @Test
    void asksWhatIsWaitedFor() {
        talk.says("open an incident on the palletiser just now", "yes");
        assertThat(talk.says("waiting").text()).startsWith("What is waited for");
        talk.says("for a permit", "yes");
        assertThat(talk.incidents().getFirst().standing().getLast().waitFor())
                .isEqualTo(Wait.PERMIT);
    }

    @Test
    void asksWhichIncidentIsMeant() {
        talk.says("open an incident on the palletiser fault e forty two just now", "yes");
        talk.says("open an incident on the palletiser fault e oh seven just now", "yes");
        assertThat(talk.says("acknowledged").text()).contains("E-42").contains("E-07");
        talk.says("e oh seven", "yes");
        assertThat(talk.incidents())
                .filteredOn(each -> "E-07".equals(each.fault()))
                .allMatch(each -> each.state() == Moment.ACKNOWLEDGED);
    }

    @Test
    void opensNoneTwiceThatVoiceCouldNotTellApart() {
        talk.says("open an incident on the palletiser fault e forty two just now", "yes");
        assertThat(talk.says("open an incident on the palletiser fault e forty two").text())
                .isEqualTo(
                        "This incident is open on Palletiser already. Say what is done about it.");
        talk.says("open an incident on the palletiser just now", "yes");
        assertThat(talk.says("open an incident on the palletiser").text()).contains("already");
        assertThat(talk.incidents()).hasSize(2);
    }

    @Test
    void asksForNoCodeWhereItWouldNotTellThemApart() {
        for (int i = 0; i < 2; i++) {
            talk.log.open(Opening.now("palletiser-1", "E-42", Source.SAID, Origin.API));
        }
        assertThat(talk.says("acknowledged").text())
                .isEqualTo(
                        "Several incidents with the same code are open on Palletiser. Enter it by"
                                + " hand.");
        assertThat(talk.incidents()).noneMatch(each -> each.state() == Moment.ACKNOWLEDGED);
    }

    @Test
    void saysThatNothingIsOpen() {
        assertThat(talk.says("acknowledged").text()).isEqualTo("No incident is open.");
        assertThat(talk.says("waiting for a part on the filler").text())
                .isEqualTo("No incident is open on Filler.");
    }

    @Test
    void joinsTheStopThatTheMachineToldOfAndDoesNotAskSinceWhen() {
        talk.log.open(
                new Opening(
                        null,
                        "palletiser-1",
                        null,
                        talk.now().minusSeconds(300).toEpochMilli(),
                        null,
                        Source.MACHINE,
                        Origin.MACHINE));
        assertThat(kind(talk.says("open an incident on the palletiser fault e forty two")))
                .isEqualTo(Kind.READ_BACK);
        assertThat(talk.says("yes").text()).contains("the machine has told of");
        assertThat(talk.incidents()).hasSize(1);
        assertThat(talk.incidents().getFirst().fault()).isEqualTo("E-42");
    }

    @Test
    void listsWhatIsOpen() {
        assertThat(talk.says("which incidents are open").text()).isEqualTo("No incident is open.");
        talk.says("open an incident on the palletiser fault e forty two just now", "yes");
        assertThat(talk.says("which incidents are open").text())
                .contains("1 open.")
                .contains("Palletiser, fault E-42, Layer sheet missing, declared since");
    }

    @Test
    void withdrawsWhatWasAMistake() {
        talk.says("open an incident on the palletiser just now", "yes");
        talk.says("the incident on the palletiser was a mistake", "yes");
        assertThat(talk.incidents().getFirst().withdrawn()).isTrue();
    }

    private static Kind kind(Reply reply) {
        return reply instanceof Reply.Statement statement ? statement.kind() : Kind.TOLD;
    }
}
