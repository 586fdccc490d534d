package dev.andon.node.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.OpenJournal;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/// What a machine and a person say of one stop is one incident.
class JoiningTest {
    private static final String ID = "123e4567-e89b-42d3-a456-426614174000";

    @TempDir private Path folder;
    private OpenJournal journal;
    private IncidentLog log;
    private long now;

    @BeforeEach
    void open() {
        journal = OpenJournal.in(folder);
        log =
                new IncidentLog(
                        new IncidentTable(journal.file(), journal.clock()),
                        Presses.REGISTER,
                        text -> text,
                        journal.clock()::at);
        now = journal.clock().at();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @ParameterizedTest
    @CsvSource({"E-42,E-42,E-42", ",E-42,E-42", "E-42,,E-42", ",,"})
    void joinsWhatIsSaidToTheMachinesStop(
            @Nullable String machines, @Nullable String said, @Nullable String known) {
        Incident stopped = log.openOrJoin(stop(machines, now - 60_000)).incident();

        Joined joined = log.openOrJoin(said(ID, said, now - 30_000));

        assertThat(joined.joined()).isTrue();
        assertThat(joined.incident().id()).isEqualTo(stopped.id());
        assertThat(joined.incident().fault()).isEqualTo(known);
        assertThat(joined.incident().version()).isEqualTo(stopped.version() + 1);
        assertThat(joined.incident().milestones())
                .extracting(Milestone::moment, Milestone::at, Milestone::source)
                .containsExactly(
                        tuple(Moment.FAILED, now - 60_000, Source.MACHINE),
                        tuple(Moment.DECLARED, now, Source.MACHINE),
                        tuple(Moment.DECLARED, now - 30_000, Source.SAID));
        assertThat(log.find(stopped.id())).isEqualTo(joined.incident());
        assertThat(facts(stopped.id())).extracting(IncidentFact::fault).endsWith(known);
    }

    @Test
    void joinsTheMachinesStopToWhatWasSaid() {
        Incident said = log.openOrJoin(said(ID, null, now - 30_000)).incident();

        Joined joined = log.openOrJoin(stop("E-42", now - 60_000));

        assertThat(joined.joined()).isTrue();
        assertThat(joined.incident().id()).isEqualTo(said.id());
        assertThat(joined.incident().fault()).isEqualTo("E-42");
        assertThat(joined.incident().origin()).isEqualTo(Origin.VOICE);
        assertThat(joined.incident().saidByMachine()).isTrue();
        assertThat(joined.incident().given(Moment.FAILED))
                .extracting(Milestone::at)
                .containsExactly(now - 60_000);
    }

    @Test
    void neverMovesATimeThatWasGiven() {
        Opening said =
                new Opening(null, "press-3", null, now - 90_000, null, Source.SAID, Origin.VOICE);
        Incident first = log.openOrJoin(said).incident();

        Incident joined = log.openOrJoin(stop(null, now - 60_000)).incident();

        assertThat(joined.milestones()).isEqualTo(first.milestones());
        assertThat(joined.saidByMachine()).isTrue();
        assertThat(log.runsAgain(joined.id(), now).restored()).isTrue();
    }

    @Test
    void keepsTwoFaultsApart() {
        Incident one = log.openOrJoin(stop("E-42", now - 60_000)).incident();
        Incident other = log.openOrJoin(said(ID, "E-17", now)).incident();

        assertThat(other.id()).isEqualTo(ID);
        assertThat(log.openOn("press-3")).containsExactlyInAnyOrder(one, other);
        Joined third = log.openOrJoin(said(null, "E-42", now));
        assertThat(third.incident().id()).isEqualTo(one.id());
    }

    @Test
    void opensWhatNoMachineHasTold() {
        Joined first = log.openOrJoin(said(null, "E-42", now));
        Joined second = log.openOrJoin(said(null, "E-42", now));
        Joined elsewhere =
                log.openOrJoin(Opening.now("press-4", "E-42", Source.SAID, Origin.VOICE));

        assertThat(List.of(first, second, elsewhere)).noneMatch(Joined::joined);
        assertThat(first.incident().id()).isNotEqualTo(second.incident().id());
    }

    @Test
    void answersARepeatedOpeningWithWhatBecameOfIt() {
        Incident stopped = log.openOrJoin(stop(null, now - 60_000)).incident();
        Joined joined = log.openOrJoin(said(ID, "E-42", now));
        int waiting = journal.events().size();

        assertThat(log.openOrJoin(said(ID, "E-42", now))).isEqualTo(joined);
        assertThat(journal.events()).hasSize(waiting);
        Incident restored = log.restore(stopped.id(), now, null, null, Source.SAID);
        assertThat(log.openOrJoin(said(ID, "E-42", now)).incident()).isEqualTo(restored);
        assertThat(log.openedBy(ID)).contains(restored);
        assertThatExceptionOfType(IncidentException.class)
                .isThrownBy(() -> log.openOrJoin(said(ID, "E-17", now)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("id-taken"));
    }

    @Test
    void opensAnewAfterARestoration() {
        Incident stopped = log.openOrJoin(stop("E-42", now - 60_000)).incident();
        log.runsAgain(stopped.id(), now - 50_000);

        assertThat(log.openOrJoin(said(null, "E-42", now)).joined()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGED,true",
        "DIAGNOSING,false",
        "REPAIRING,false",
        "REPAIRED,false",
        "TESTING,false"
    })
    void leavesToThePersonWhoWorksOnItThatItIsRestored(Moment marked, boolean restored) {
        Incident stopped = log.openOrJoin(stop("E-42", now - 60_000)).incident();
        log.mark(stopped.id(), new Given(marked, now - 50_000, null, Source.SAID));

        assertThat(log.runsAgain(stopped.id(), now).restored()).isEqualTo(restored);
    }

    @Test
    void restoresNothingThatTheMachineHadNotStopped() {
        Incident said = log.openOrJoin(said(null, "E-42", now - 60_000)).incident();
        Incident stopped =
                log.openOrJoin(
                                new Opening(
                                        null,
                                        "press-4",
                                        null,
                                        now - 60_000,
                                        null,
                                        Source.MACHINE,
                                        Origin.MACHINE))
                        .incident();

        assertThat(log.runsAgain(said.id(), now)).isEqualTo(said);
        assertThat(log.runsAgain(stopped.id(), now - 60_001)).isEqualTo(stopped);
        Incident restored = log.runsAgain(stopped.id(), now);
        assertThat(restored.milestones().getLast())
                .isEqualTo(new Milestone(3, Moment.RESTORED, now, null, Source.MACHINE, false));
        assertThat(log.runsAgain(stopped.id(), now + 1)).isEqualTo(restored);
    }

    private static Opening stop(@Nullable String fault, long failedAt) {
        return new Opening(null, "press-3", fault, failedAt, null, Source.MACHINE, Origin.MACHINE);
    }

    private static Opening said(@Nullable String id, @Nullable String fault, long at) {
        return new Opening(id, "press-3", fault, null, at, Source.SAID, Origin.VOICE);
    }

    private List<IncidentFact> facts(String id) {
        return journal.events().stream()
                .map(dev.andon.protocol.Event::fact)
                .filter(IncidentFact.class::isInstance)
                .map(IncidentFact.class::cast)
                .filter(fact -> fact.incident().equals(id))
                .toList();
    }
}
