package dev.andon.node.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Reply;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A register that says one thing of two machines, a log that changes meanwhile, a disk that is
/// full: nothing is guessed, and nothing is lost.
class DoubtfulTalkTest {
    private static final AssetRegister TWINS =
            new AssetRegister(
                    "twins",
                    "Twins",
                    List.of(),
                    List.of(
                            machine("filler-1", "Filler one", "E-12"),
                            machine("filler-2", "Filler two", "E-12"),
                            machine("mixer-1", "Mixer", "E-99"),
                            machine("mixer-2", "Mixer", "E-99")));

    @TempDir Path folder;
    private Talk talk;

    @BeforeEach
    void comes() {
        talk = at(null);
    }

    @AfterEach
    void leaves() {
        talk.close();
    }

    @Test
    void asksWhichMachineWhereOneNameFitsTwo() {
        assertThat(said("open an incident on the tank just now"))
                .isEqualTo("Which one: Filler one, Filler two?");
        talk.says("filler two", "yes");
        assertThat(talk.incidents()).extracting(Incident::machine).containsExactly("filler-2");
    }

    @Test
    void tellsTwoMachinesOfOneNameApartByTheirIds() {
        assertThat(said("open an incident on the mixer just now"))
                .isEqualTo("Which one: mixer-1, mixer-2?");
        talk.says("mixer two", "yes");
        assertThat(talk.incidents()).extracting(Incident::machine).containsExactly("mixer-2");
    }

    @Test
    void takesTheMachineThatThePersonStandsAtWhereTheNameFitsIt() {
        open("filler-1", "E-12");
        open("filler-2", "E-12");
        assertThat(said("waiting for a part on the tank")).startsWith("Which one: Filler ");
        talk.close();
        talk = at("filler-2");
        assertThat(said("waiting for a part on the tank")).startsWith("Filler two, fault E-12");
        assertThat(said("open an incident on the tank just now")).startsWith("Filler two: open");
    }

    @Test
    void takesACodeOfTwoMachinesForTheOneThatIsNamed() {
        assertThat(said("open an incident with fault e twelve just now"))
                .isEqualTo("Which machine?");
        assertThat(said("filler one")).startsWith("Filler one, fault E-12, Low level");
    }

    @Test
    void doesNotGuessAmongTwoFaultsOfOneName() {
        assertThat(said("open an incident on filler one with fault leak just now"))
                .startsWith("Filler one has no fault leak.");
        assertThat(said("e thirteen")).startsWith("Filler one, fault E-13, Leak");
    }

    @Test
    void asksWhichOfTwoIncidentsOfAMachineIsMeant() {
        open("filler-1", "E-12");
        open("filler-1", null);
        assertThat(said("filler one is running again"))
                .isEqualTo(
                        "Several incidents are open on Filler one: E-12, or say no code. Which"
                                + " code?");
        assertThat(said("no code")).isEqualTo("What was the cause? Say it, or say skip.");
        assertThat(said("a blocked valve")).startsWith("Filler one: restored");
        talk.says("yes");
        assertThat(talk.incidents())
                .filteredOn(Incident::open)
                .extracting(Incident::fault)
                .containsExactly("E-12");
    }

    @Test
    void keepsNoFaultOfTheMachineThatWasNotMeant() {
        open("filler-1", "E-12");
        open("filler-2", "E-13");
        assertThat(said("acknowledge the incident on filler one")).startsWith("Filler one, fault");
        assertThat(said("no, filler two")).startsWith("Filler two, fault E-13");
    }

    @Test
    void saysThatNothingIsOpenWhereTheRegisterHasLostTheMachine() {
        open("mixer-1", "E-99");
        talk.close();
        talk = Talk.at(folder, null, Talk.Plant.DEMO);
        assertThat(said("acknowledged")).isEqualTo("No incident is open.");
        assertThat(said("which incidents are open")).contains("1 open.", "mixer-1");
    }

    @Test
    void losesNothingWhenTheDiskIsFull() {
        talk.says("open an incident on filler one just now");
        talk.incidents.full(true);
        assertThatThrownBy(() -> talk.says("yes"))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo("disk-full"));
        assertThat(talk.incidents()).isEmpty();
        talk.incidents.full(false);
        assertThat(said("yes")).startsWith("The incident is open");
        assertThat(talk.incidents()).hasSize(1);
    }

    @Test
    void saysThatAnotherHasClosedTheIncidentBeforeTheYes() {
        Incident incident = open("filler-1", "E-12");
        talk.says("filler one is running again", "skip");
        talk.journal.clock().pass(1_000);
        talk.log.restore(incident.id(), null, "fuse", null, Source.SAID);
        assertThat(said("yes")).startsWith("Nothing is recorded. ").contains("was restored at");
        assertThat(talk.incidents().getFirst().cause()).isEqualTo("fuse");
        assertThat(said("filler one is running again"))
                .isEqualTo("No incident is open on Filler one.");
    }

    @Test
    void saysThatAnotherHasClosedTheIncidentBeforeTheCause() {
        Incident incident = open("filler-1", "E-12");
        talk.says("filler one is running again");
        talk.log.withdraw(incident.id());
        assertThat(said("a blown fuse")).isEqualTo("No incident is open on Filler one.");
    }

    @Test
    void restoresOnceHoweverOftenItIsSaid() {
        open("filler-1", "E-12");
        talk.says("filler one is running again", "skip", "yes");
        assertThat(said("yes")).isEqualTo("Nothing waits for an answer.");
        assertThat(talk.incidents().getFirst().standing()).hasSize(2);
    }

    @Test
    void keepsTheConversationsOfTwoPersonsApart() {
        Talk other = talk.another();
        talk.says("open an incident on filler one just now");
        assertThat(other.says("yes").text()).isEqualTo("Nothing waits for an answer.");
        other.says("open an incident on filler one just now");
        talk.says("yes");
        other.says("yes");
        talk.says("yes");
        assertThat(talk.incidents()).hasSize(2);
    }

    @Test
    void saysWhyWhenTheClockWasSetBackBeforeTheYes() {
        talk.says("open an incident on filler one just now");
        talk.journal.clock().set(talk.now().minusSeconds(3_600).toEpochMilli());
        assertThat(said("yes")).startsWith("Nothing is recorded. ").contains("in the future");
        assertThat(talk.incidents()).isEmpty();
        talk.says("open an incident on filler one just now", "yes");
        assertThat(talk.incidents()).hasSize(1);
    }

    @Test
    void repeatsTheReadBackAndNotTheStepThatIsRead() {
        talk.close();
        talk = Talk.at(folder, "palletiser-1");
        talk.says("start the procedure for replacing the suction cups");
        Reply readBack = talk.says("open an incident fault e forty two just now");
        assertThat(talk.says("say that again")).isEqualTo(readBack);
        assertThat(said("yes")).startsWith("The incident is open");
        assertThat(said("repeat")).contains("Clear the pallet.");
    }

    @Test
    void repliesInEnglishToALanguageThatAndonDoesNotWrite() throws IOException {
        Files.writeString(
                folder.resolve("commands-nl.txt"),
                """
                [open]
                meld een storing op {machine}
                [unknown]
                weet ik niet
                [yes]
                ja hoor
                [start]
                begin de procedure {text}
                [next]
                volgende
                """);
        talk.close();
        talk = Talk.at(folder, null, new Talk.Plant(Talk.REGISTER, PhraseBook.of(folder)));
        assertThat(said("meld een storing op palletiser")).isEqualTo("Since when is it stopped?");
        assertThat(said("weet ik niet")).endsWith("Correct?");
        assertThat(said("ja hoor")).startsWith("The incident is open");
        talk.close();
        Talk.Plant dutch = new Talk.Plant(Talk.REGISTER, PhraseBook.of(folder));
        talk = Talk.at(folder, "palletiser-1", dutch);
        assertThat(said("begin de procedure suction cups")).contains("Clear the pallet.");
        assertThat(said("volgende")).contains("Lock and tag the main switch.");
    }

    private Talk at(@Nullable String station) {
        return Talk.at(folder, station, new Talk.Plant(TWINS, PhraseBook.BUILT_IN));
    }

    private String said(String words) {
        return talk.says(words).text();
    }

    private Incident open(String machine, @Nullable String fault) {
        talk.journal.clock().pass(1_000);
        return talk.log.open(
                new Opening(null, machine, fault, null, null, Source.SAID, Origin.VOICE));
    }

    private static Machine machine(String id, String name, String code) {
        return new Machine(
                id,
                name,
                id.startsWith("filler") ? List.of("tank") : List.of(),
                "line-1",
                id.startsWith("filler") ? "filler" : "blender",
                "FM-48",
                "",
                List.of(
                        new FaultCode(code, "Low level", List.of()),
                        new FaultCode("E-13", "Leak", List.of()),
                        new FaultCode("E-14", "Leak", List.of())),
                List.of());
    }
}
