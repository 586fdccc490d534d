package dev.andon.node.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.incident.Given;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.IncidentStore;
import dev.andon.node.incident.Milestone;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Presses;
import dev.andon.node.incident.Source;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.OpenJournal;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What machines say becomes incidents; times are minutes, of which the node's clock says 1000.
class MachineStopsTest {
    private static final String PRESS = "press-3";

    @TempDir private Path folder;
    private OpenJournal journal;
    private IncidentLog log;
    private Complaints complaints;
    private MachineStops stops;
    private long zero;

    @BeforeEach
    void open() {
        journal = OpenJournal.in(folder);
        log = log(new IncidentTable(journal.file(), journal.clock()));
        zero = journal.clock().at() - minutes(1000);
        restart();
    }

    private IncidentLog log(IncidentStore store) {
        return new IncidentLog(store, Presses.REGISTER, text -> text, journal.clock()::at);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /// The node knows again only what is in its journal.
    private void restart() {
        complaints = new Complaints();
        stops = new MachineStops(log, complaints);
    }

    @Test
    void opensAStopAndRestoresIt() {
        stopped(100, "e42");

        Incident open = only();
        assertThat(open.origin()).isEqualTo(Origin.MACHINE);
        assertThat(open.fault()).isEqualTo("E-42");
        assertThat(moments(open)).containsExactly("FAILED 100 MACHINE", "DECLARED 1000 MACHINE");

        running(130);

        assertThat(moments(only())).contains("RESTORED 130 MACHINE").hasSize(3);
        assertThat(complaints.ignored()).isZero();
    }

    @Test
    void takesTheTimeOfArrivalWhereTheMachineSaysNone() {
        said(MachineState.STOPPED, null, null);
        said(MachineState.RUNNING, null, null);

        assertThat(moments(only()))
                .containsExactly(
                        "FAILED 1000 MACHINE", "DECLARED 1000 MACHINE", "RESTORED 1000 MACHINE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesEachThingOnceHoweverOftenItIsSaid(boolean restarting) {
        for (int time = 100; time < 103; time++) {
            again(restarting, MachineState.STOPPED, 100, "E-42");
            again(restarting, MachineState.STOPPED, time, "E-42");
            again(restarting, MachineState.STOPPED, null, "E-42");
            again(restarting, MachineState.STOPPED, time, null);
        }
        assertThat(moments(only())).hasSize(2);
        running(110);
        for (int i = 0; i < 3; i++) {
            again(restarting, MachineState.RUNNING, 110, null);
            again(restarting, MachineState.STOPPED, 100, "E-42");
        }
        assertThat(moments(only())).hasSize(3);
    }

    private void again(
            boolean restarting,
            MachineState state,
            @Nullable Integer time,
            @Nullable String fault) {
        if (restarting) {
            restart();
        }
        said(state, time, fault);
    }

    @Test
    void keepsEveryStopOfAMachineThatFlaps() {
        for (int time = 100; time < 120; time += 2) {
            stopped(time, "E-42");
            running(time + 1);
        }

        assertThat(all()).hasSize(10).allMatch(Incident::restored);
    }

    @Test
    void inventsNothingOfAMachineThatCannotBeHeard() {
        said(MachineState.UNKNOWN, 90, null);
        assertThat(all()).isEmpty();

        stopped(100, null);
        said(MachineState.UNKNOWN, 110, null);
        stopped(100, null);

        assertThat(only().open()).isTrue();
        assertThat(moments(only())).hasSize(2);
    }

    @Test
    void opensTheStopWithoutAFaultThatTheRegisterLacks() {
        stopped(100, "X-1");
        stopped(101, "X-1");

        assertThat(only().fault()).isNull();
        assertThat(complaints.noted("fault|press-3|X-1", "")).isFalse();

        stopped(102, "E-42");
        assertThat(only().fault()).isEqualTo("E-42");
    }

    @Test
    void opensASecondIncidentForAnotherFault() {
        stopped(100, "E-42");
        stopped(105, "E-17");
        stopped(106, "E-17");
        assertThat(all()).extracting(Incident::fault).containsExactlyInAnyOrder("E-42", "E-17");

        running(120);
        assertThat(all()).allMatch(Incident::restored);
    }

    @ParameterizedTest
    @CsvSource({
        // said, counted: ahead of the node's clock by too much, a little; in seconds; nonsense
        "1006,1000,true",
        "1004,1000,false",
        "999,999,false",
    })
    void countsFromTheArrivalWhereTheClockOfTheMachineIsAhead(
            int said, int counted, boolean complained) {
        stopped(said, null);

        assertThat(moments(only())).contains("FAILED %d MACHINE".formatted(counted));
        assertThat(complaints.noted("clock|press-3", "")).isNotEqualTo(complained);
        restart();
        stopped(said, null);
        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1_773_477_000L})
    void neverRefusesAStopForItsTime(long millis) {
        long now = journal.clock().at();
        stops.heard(new MachineReport(PRESS, MachineState.STOPPED, null, millis, now, false));

        assertThat(moments(only())).contains("FAILED 1000 MACHINE");
    }

    @Test
    void goesOnWhereTheClockOfTheMachineIsSetBack() {
        stopped(900, "E-42");
        running(500);
        assertThat(moments(only())).contains("RESTORED 1000 MACHINE");
        journal.clock().pass(minutes(5));

        stopped(505, "E-42");
        stopped(505, "E-42");

        assertThat(all()).hasSize(2);
        assertThat(moments(all().getFirst())).contains("FAILED 1005 MACHINE");
        assertThat(complaints.noted("clock|press-3", "")).isFalse();
    }

    @Test
    void passesOverWhatWasOvertaken() {
        stopped(100, "E-42");
        running(110);
        at(MachineState.STOPPED, zero + minutes(110) - 1, false);
        at(MachineState.STOPPED, zero + minutes(110) - 60_000, false);
        at(MachineState.STOPPED, zero + minutes(50), true);

        assertThat(all()).hasSize(1).allMatch(Incident::restored);
        assertThat(complaints.ignored()).isEqualTo(3);
    }

    @Test
    void passesOverAnOldWordThatComesTwice() {
        stopped(100, "E-42");
        running(110);
        stopped(200, "E-42");

        running(110);

        assertThat(log.openOn(PRESS)).hasSize(1);
    }

    @Test
    void leavesTheEndToThePersonWhoWorksOnIt() {
        stopped(100, "E-42");
        log.mark(only().id(), new Given(Moment.REPAIRING, null, null, Source.SAID));
        running(110);
        assertThat(only().open()).isTrue();

        log.retract(only().id(), 3);
        running(110);
        assertThat(moments(only())).contains("RESTORED 110 MACHINE");
    }

    @Test
    void startsNoSecondStopWhileAPersonSaysTheEndOfTheFirst() {
        stopped(100, "E-42");
        restored(120);
        stopped(110, "E-42");
        stopped(120, "E-42");
        assertThat(all()).hasSize(1);

        stopped(121, "E-42");
        assertThat(all()).hasSize(2);
    }

    @Test
    void startsNoSecondStopWithoutATimeOfItsOwn() {
        said(MachineState.STOPPED, null, "E-42");
        restored(1000);
        journal.clock().pass(minutes(5));
        said(MachineState.STOPPED, null, "E-42");
        restart();
        said(MachineState.STOPPED, null, "E-42");

        assertThat(all()).hasSize(1);
    }

    @Test
    void doesNotOpenAgainWhatAPersonHasWithdrawn() {
        stopped(100, "E-42");
        log.withdraw(only().id());
        stopped(100, "E-42");
        stopped(120, "E-42");
        restart();
        stopped(130, "E-42");
        assertThat(all()).hasSize(1);

        running(140);
        stopped(150, "E-42");
        assertThat(all()).hasSize(2);
    }

    @Test
    void joinsTheStopThatAPersonHasTold() {
        Incident told =
                log.openOrJoin(Opening.now(PRESS, null, Source.SAID, Origin.VOICE)).incident();
        stopped(900, "E-42");
        assertThat(only().id()).isEqualTo(told.id());
        assertThat(only().fault()).isEqualTo("E-42");
        restart();
        stopped(900, "E-42");
        running(1000);

        assertThat(only().restored()).isTrue();
    }

    @Test
    void leavesAloneWhatNoMachineHasStopped() {
        log.open(Opening.now(PRESS, null, Source.SAID, Origin.VOICE));
        running(1000);
        stops.heard(
                new MachineReport(
                        "press-4", MachineState.RUNNING, null, null, journal.clock().at(), false));

        assertThat(only().open()).isTrue();
    }

    @Test
    void hearsAgainWhatCouldNotBeWritten() {
        IncidentStore table = new IncidentTable(journal.file(), journal.clock());
        MachineStops onFullDisk = new MachineStops(log(new FullDisk(table)), complaints);
        MachineReport report =
                new MachineReport(
                        PRESS, MachineState.STOPPED, null, null, journal.clock().at(), false);
        assertThatThrownBy(() -> onFullDisk.heard(report)).isInstanceOf(StageException.class);
        assertThatThrownBy(() -> onFullDisk.heard(report)).isInstanceOf(StageException.class);

        stops.heard(report);
        assertThat(all()).hasSize(1);
    }

    private void stopped(int time, @Nullable String fault) {
        said(MachineState.STOPPED, time, fault);
    }

    private void running(int time) {
        said(MachineState.RUNNING, time, null);
    }

    private void restored(int time) {
        log.restore(only().id(), zero + minutes(time), null, null, Source.SAID);
    }

    private void said(MachineState state, @Nullable Integer time, @Nullable String fault) {
        Long at = time == null ? null : Long.valueOf(zero + minutes(time));
        stops.heard(new MachineReport(PRESS, state, fault, at, journal.clock().at(), false));
    }

    private void at(MachineState state, long millis, boolean kept) {
        stops.heard(new MachineReport(PRESS, state, "E-17", millis, journal.clock().at(), kept));
    }

    private Incident only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Incident> all() {
        return log.list(false, null, 100);
    }

    private List<String> moments(Incident incident) {
        return incident.milestones().stream().map(this::moment).toList();
    }

    private String moment(Milestone milestone) {
        return "%s %d %s"
                .formatted(
                        milestone.moment(),
                        (milestone.at() - zero) / minutes(1),
                        milestone.source());
    }

    private static long minutes(long minutes) {
        return minutes * 60_000;
    }

    /// Opens nothing.
    private record FullDisk(IncidentStore table) implements IncidentStore {
        @Override
        public Incident open(String id, String machine, Choice choice) {
            throw new StageException(Stage.STORE, "disk-full", "The disk is full.");
        }

        @Override
        public Incident change(String id, Change change) {
            return table.change(id, change);
        }

        @Override
        public Optional<Incident> openedBy(String id) {
            return table.openedBy(id);
        }

        @Override
        public Optional<Incident> find(String id) {
            return table.find(id);
        }

        @Override
        public List<Incident> beginningWith(String prefix) {
            return table.beginningWith(prefix);
        }

        @Override
        public List<Incident> list(Filter filter) {
            return table.list(filter);
        }
    }
}
