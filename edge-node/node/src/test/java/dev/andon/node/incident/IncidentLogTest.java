package dev.andon.node.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Line;
import dev.andon.config.register.Machine;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.OpenJournal;
import dev.andon.protocol.Event;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class IncidentLogTest {
    private static final String ID = "123e4567-e89b-42d3-a456-426614174000";
    private static final AssetRegister REGISTER =
            new AssetRegister(
                    "test",
                    "Test plant",
                    List.of(new Line("line-1", "Line one")),
                    List.of(
                            machine("press-3", "Press three", List.of("Marguerite"), "line-1"),
                            machine("press-4", "Press four", List.of("twin"), ""),
                            machine("press-5", "Press five", List.of("twin"), "line-1")));

    @TempDir private Path folder;
    private OpenJournal journal;
    private IncidentLog log;

    @BeforeEach
    void open() {
        journal = OpenJournal.in(folder);
        log =
                new IncidentLog(
                        new IncidentTable(journal.file(), journal.clock()),
                        REGISTER,
                        text -> text.replace("Dupont", "[name]"),
                        journal.clock()::at);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void opensAnIncidentWithTheRegistersNames() {
        Incident incident = log.open(opening("marguerite", "e42"));
        assertThat(incident.machine()).isEqualTo("press-3");
        assertThat(incident.line()).isEqualTo("line-1");
        assertThat(incident.fault()).isEqualTo("E-42");
        assertThat(incident.state()).isEqualTo(Moment.DECLARED);
        assertThat(incident.milestones())
                .containsExactly(
                        new Milestone(
                                1,
                                Moment.DECLARED,
                                journal.clock().at(),
                                null,
                                Source.ENTERED,
                                false));
        assertThat(log.find(incident.id())).isEqualTo(incident);
        assertThat(facts())
                .containsExactly(
                        new IncidentFact(
                                incident.id(),
                                1,
                                "press-3",
                                "line-1",
                                "E-42",
                                Moment.DECLARED,
                                null,
                                null,
                                "cli",
                                false),
                        new MilestoneFact(
                                incident.id(),
                                1,
                                Moment.DECLARED,
                                journal.clock().at(),
                                null,
                                "entered",
                                false));
    }

    @Test
    void inventsNoMilestone() {
        Incident incident = log.open(opening("press-4", null));
        assertThat(incident.milestones())
                .extracting(Milestone::moment)
                .containsOnly(Moment.DECLARED);
        assertThat(incident.fault()).isNull();
        assertThat(incident.line()).isNull();
        long failed = journal.clock().at() - 60_000;
        Incident other =
                log.open(
                        new Opening(
                                null,
                                "press-3",
                                null,
                                failed,
                                failed + 30_000,
                                Source.MACHINE,
                                Origin.MACHINE));
        assertThat(other.milestones())
                .extracting(Milestone::moment)
                .containsExactly(Moment.FAILED, Moment.DECLARED);
    }

    @Test
    void namesTheNearestMachineAndFault() {
        refused(
                "unknown-machine",
                () -> log.open(opening("pres-3", null)),
                "Did you mean 'press-3'");
        refused("unknown-fault", () -> log.open(opening("press-3", "E-24")), "Did you mean 'E-42'");
        refused("ambiguous-machine", () -> log.open(opening("twin", null)), "press-4, press-5");
        assertThat(facts()).isEmpty();
    }

    @Test
    void knowsARepeatedRequestByItsId() {
        Opening opening =
                new Opening(ID, "press-3", "E-42", null, null, Source.ENTERED, Origin.API);
        Incident first = log.open(opening);
        log.mark(ID, given(Moment.REPAIRING));
        journal.clock().pass(60_000);
        Incident again = log.open(opening);
        assertThat(again.milestones()).hasSize(2);
        assertThat(again.openedAt()).isEqualTo(first.openedAt());
        assertThat(facts()).hasSize(4);
        Opening other = new Opening(ID, "press-4", null, null, null, Source.ENTERED, Origin.API);
        refused("id-taken", () -> log.open(other), "Choose a new one");
        Opening wrong = new Opening("17", "press-4", null, null, null, Source.ENTERED, Origin.API);
        refused("invalid-id", () -> log.open(wrong), "UUID");
    }

    @Test
    void keepsMilestonesAsTheyAreGivenInWhateverOrder() {
        String id = log.open(opening("press-3", null)).id();
        long now = journal.clock().at();
        log.mark(id, new Given(Moment.REPAIRING, now - 1_000, null, Source.SAID));
        log.wait(id, Wait.PART, Source.SAID);
        Incident incident =
                log.mark(id, new Given(Moment.DIAGNOSING, now - 9_000, null, Source.SAID));
        assertThat(incident.version()).isEqualTo(4);
        assertThat(incident.milestones())
                .extracting(Milestone::moment)
                .containsExactly(
                        Moment.DECLARED, Moment.REPAIRING, Moment.WAITING, Moment.DIAGNOSING);
        assertThat(incident.standing().getFirst().moment()).isEqualTo(Moment.DIAGNOSING);
        assertThat(incident.state()).isEqualTo(Moment.WAITING);
        assertThat(incident.milestones().get(2).waitFor()).isEqualTo(Wait.PART);
    }

    @Test
    void takesTheSameMilestoneOnce() {
        String id = log.open(opening("press-3", null)).id();
        Given given = new Given(Moment.TESTING, journal.clock().at() - 5, null, Source.SAID);
        Incident first = log.mark(id, given);
        int facts = facts().size();
        assertThat(log.mark(id, given)).isEqualTo(first);
        assertThat(facts()).hasSize(facts);
    }

    @Test
    void refusesWhatCannotBeSo() {
        String id = log.open(opening("press-3", null)).id();
        long now = journal.clock().at();
        long ahead = now + Duration.ofMinutes(5).toMillis();
        refused("in-the-future", () -> log.mark(id, at(Moment.TESTING, ahead + 1)), "future");
        refused("too-early", () -> log.mark(id, at(Moment.TESTING, now / 1_000)), "2000");
        refused("wait-unsaid", () -> log.mark(id, given(Moment.WAITING)), "part, expert or permit");
        refused(
                "no-wait",
                () -> log.mark(id, new Given(Moment.TESTING, null, Wait.PART, Source.SAID)),
                "Leave it out");
        refused("unknown-incident", () -> log.mark(ID, given(Moment.TESTING)), "andon incidents");
        refused("unknown-milestone", () -> log.retract(id, 2), "it has 1");
        refused("last-milestone", () -> log.retract(id, 1), "Withdraw");
        assertThat(log.mark(id, at(Moment.TESTING, ahead)).milestones()).hasSize(2);
    }

    @Test
    void restoresOnceWithCauseAndNoteRedacted() {
        String id = log.open(opening("press-3", null)).id();
        long at = journal.clock().at();
        Incident restored = log.restore(id, at, "Dupont forgot the seal", "order two", Source.SAID);
        assertThat(restored.open()).isFalse();
        assertThat(restored.cause()).isEqualTo("[name] forgot the seal");
        assertThat(log.restore(id, at, "Dupont forgot the seal", "order two", Source.SAID))
                .isEqualTo(restored);
        refused(
                "already-restored",
                () -> log.restore(id, at, "another cause", null, Source.SAID),
                "Retract");
        refused(
                "already-restored",
                () -> log.restore(id, null, null, null, Source.SAID),
                "open another incident");
        assertThat(facts().toString()).doesNotContain("Dupont");
        refused(
                "text-too-long",
                () -> log.restore(id, null, "x".repeat(501), null, Source.SAID),
                "Shorten");
    }

    @Test
    void takesBackARestorationWithWhatWasSaidThen() {
        String id = log.open(opening("press-3", null)).id();
        log.restore(id, null, "dust", null, Source.SAID);
        Incident open = log.retract(id, 2);
        assertThat(open.open()).isTrue();
        assertThat(open.cause()).isNull();
        assertThat(open.state()).isEqualTo(Moment.DECLARED);
        assertThat(facts().getLast())
                .isInstanceOfSatisfying(
                        MilestoneFact.class, fact -> assertThat(fact.retracted()).isTrue());
        assertThat(log.restore(id, null, "wear", null, Source.SAID).cause()).isEqualTo("wear");
    }

    @Test
    void correctsAMilestoneUnderItsOrdinal() {
        String id = log.open(opening("press-3", null)).id();
        log.wait(id, Wait.PART, Source.SAID);
        long right = journal.clock().at() - 90_000;
        Incident corrected = log.correct(id, 2, right, Wait.EXPERT);
        assertThat(corrected.milestones().get(1).at()).isEqualTo(right);
        assertThat(facts().getLast())
                .isEqualTo(
                        new MilestoneFact(
                                id, 2, Moment.WAITING, right, Wait.EXPERT, "said", false));
        log.retract(id, 2);
        refused("retracted", () -> log.correct(id, 2, right, null), "anew");
    }

    @Test
    void withdrawsForGood() {
        String id = log.open(opening("press-3", null)).id();
        assertThat(log.withdraw(id).withdrawn()).isTrue();
        int facts = facts().size();
        assertThat(log.withdraw(id).withdrawn()).isTrue();
        assertThat(facts()).hasSize(facts);
        refused("withdrawn", () -> log.mark(id, given(Moment.TESTING)), "Open another");
    }

    @Test
    void listsTheNewestFirstAndTheOpenOnesOfAMachine() {
        String first = log.open(opening("press-3", null)).id();
        journal.clock().pass(1_000);
        String second = log.open(opening("press-3", null)).id();
        journal.clock().pass(1_000);
        String third = log.open(opening("press-4", null)).id();
        log.restore(first, null, null, null, Source.SAID);
        assertThat(ids(log.list(false, null, 10))).containsExactly(third, second, first);
        assertThat(ids(log.list(false, null, 1))).containsExactly(third);
        assertThat(ids(log.list(true, null, 10))).containsExactly(third, second);
        assertThat(ids(log.openOn("Marguerite"))).containsExactly(second);
        assertThat(log.find(second.substring(0, 8)).id()).isEqualTo(second);
    }

    @Test
    void isThereAfterARestart() {
        Incident before = log.open(opening("press-3", "E-42"));
        journal.close();
        open();
        assertThat(log.find(before.id())).isEqualTo(before);
    }

    private static Machine machine(String id, String name, List<String> aliases, String line) {
        return new Machine(
                id,
                name,
                aliases,
                line,
                "press",
                "HP-63",
                "",
                List.of(new FaultCode("E-42", "Oil low", List.of())),
                List.of());
    }

    private static Opening opening(
            String machine, @org.jspecify.annotations.Nullable String fault) {
        return Opening.now(machine, fault, Source.ENTERED, Origin.CLI);
    }

    private static Given given(Moment moment) {
        return new Given(moment, null, null, Source.SAID);
    }

    private static Given at(Moment moment, long at) {
        return new Given(moment, at, null, Source.SAID);
    }

    private static List<String> ids(List<Incident> incidents) {
        return incidents.stream().map(Incident::id).toList();
    }

    private List<Fact> facts() {
        return journal.events().stream().map(Event::fact).toList();
    }

    private static void refused(String code, ThrowingCallable act, String mend) {
        assertThatExceptionOfType(IncidentException.class)
                .isThrownBy(act)
                .withMessageContaining(mend)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
