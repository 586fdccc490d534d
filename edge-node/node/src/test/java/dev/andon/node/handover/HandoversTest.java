package dev.andon.node.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.config.DeviceConfig.Shifts;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.handover.Handover.OpenIncident;
import dev.andon.node.handover.Handover.Restored;
import dev.andon.node.handover.Handover.StopCount;
import dev.andon.node.handover.Handover.Unanswered;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.incident.Stops;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.OpenJournal;
import dev.andon.node.journal.sqlite.TurnTable;
import dev.andon.node.saying.Words;
import dev.andon.node.tts.SpokenCheck;
import dev.andon.node.tts.SpokenForm;
import dev.andon.protocol.fact.HandoverFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Over a real journal, on 23 June 2026 in Berlin.
class HandoversTest {
    private static final AssetRegister REGISTER =
            new AssetRegister(
                    "lyon",
                    "Lyon",
                    List.of(),
                    List.of(machine("press-3", "Press 3"), machine("cap-1", "Bouchonneuse 1")));
    private static final Shifts SHIFTS =
            new Shifts(
                    List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)),
                    ZoneId.of("Europe/Berlin"));

    @TempDir private Path folder;
    private OpenJournal journal;
    private IncidentLog log;
    private TurnTable turns;
    private Handovers handovers;

    private static Machine machine(String id, String name) {
        return new Machine(
                id,
                name,
                List.of(),
                "",
                "",
                "",
                "",
                List.of(new FaultCode("E-42", "layer sheet torn", List.of())),
                List.of());
    }

    @BeforeEach
    void open() {
        journal = OpenJournal.in(folder);
        log =
                new IncidentLog(
                        new IncidentTable(journal.file(), journal.clock()),
                        REGISTER,
                        text -> text,
                        journal.clock()::at);
        turns = new TurnTable(journal.file(), journal.clock(), 30, 1L << 30);
        handovers =
                new Handovers(
                        REGISTER,
                        SHIFTS,
                        new Handovers.Sources(
                                log,
                                this::refused,
                                Stops.USUAL,
                                journal.outbox(),
                                journal.clock()::at));
        until("05:00");
    }

    private List<RefusedTurn> refused(long from, long to) {
        return turns.refused(from, to).stream()
                .map(turn -> new RefusedTurn(turn.at(), turn.machine(), turn.question()))
                .toList();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void tellsOfTheShiftSoFar() {
        stop("cap-1", null, "05:30", "06:10", "jammed");
        Incident waiting = log.open(opening("press-3", "E-42", "07:00"));
        until("07:20");
        log.wait(waiting.id(), Wait.PART, Source.ENTERED);
        stop("cap-1", null, "08:00", "08:03", null);
        stop("cap-1", "E-42", "09:00", "09:30", "sensor dirty");
        log.withdraw(log.open(opening("cap-1", null, "10:00")).id());
        until("10:30");
        turn("t-1", "press-3", "Why does it leak?", "refusal");
        turn("t-2", "press-3", "What is the torque?", "answer");
        until("11:00");

        Handover handover = handovers.now();

        assertThat(handover.window()).isEqualTo(new Window(at("06:00"), at("11:00")));
        assertThat(handover.open())
                .containsExactly(
                        new OpenIncident(
                                waiting.id(),
                                "Press 3",
                                "E-42",
                                "layer sheet torn",
                                Moment.WAITING,
                                at("07:00"),
                                Wait.PART));
        // 10 minutes of the first, four hours of the second, 30 minutes of the last.
        assertThat(handover.stops()).isEqualTo(new StopCount(3, 280, 1, 3));
        assertThat(handover.restored())
                .containsExactly(
                        restored("cap-1", null, "05:30", "06:10", "jammed"),
                        restored("cap-1", "E-42", "09:00", "09:30", "sensor dirty"));
        assertThat(handover.unanswered())
                .containsExactly(new Unanswered(at("10:30"), "Press 3", "Why does it leak?"));
        assertThat(handover.incomplete()).isFalse();
    }

    @Test
    void countsNoMinuteOfAMachineTwice() {
        stop("press-3", null, "07:00", "08:00", null);
        stop("press-3", "E-42", "07:30", "08:30", null);
        stop("cap-1", null, "07:30", "08:00", null);
        assertThat(handovers.between(at("06:00"), at("09:00")).stops())
                .isEqualTo(new StopCount(3, 120, 0, 0));
    }

    @Test
    void meansTheShiftBeforeWhenAskedAtItsEnd() {
        Incident incident = log.open(opening("press-3", null, "13:50"));
        until("14:10");
        assertThat(handovers.now().open()).hasSize(1);
        assertThat(handovers.now().window()).isEqualTo(new Window(at("06:00"), at("14:00")));
        log.restore(incident.id(), at("14:05"), "cleaned", null, Source.ENTERED);
        assertThat(handovers.now().open()).as("it runs again").isEmpty();
    }

    @Test
    void showsWhatWasOpenAtTheEndOfAnEarlierWindow() {
        stop("press-3", "E-42", "07:00", "12:00", "seal");
        until("13:00");
        Handover handover = handovers.between(at("06:00"), at("08:00"));
        assertThat(handover.open())
                .extracting(OpenIncident::state)
                .containsExactly(Moment.DECLARED);
        assertThat(handover.stops()).isEqualTo(new StopCount(1, 60, 0, 0));
        assertThat(handover.restored()).isEmpty();
        assertThat(handovers.between(at("06:00"), at("20:00")).window().to())
                .isEqualTo(at("13:00"));
    }

    @Test
    void refusesAWindowThatIsNone() {
        until("13:00");
        assertThatThrownBy(() -> handovers.between(at("09:00"), at("08:00")))
                .hasMessageContaining("2026-06-23T09:00")
                .hasMessageContaining("earlier time first");
        assertThatThrownBy(() -> handovers.between(at("14:00"), at("15:00")))
                .hasMessageContaining("it is 2026-06-23T13:00 now");
        assertThatThrownBy(() -> handovers.between(0, at("08:00"))).hasMessageContaining("31 days");
    }

    @Test
    void tellsTheHubThatItWasGiven() {
        Incident incident = log.open(opening("press-3", "E-42", "07:00"));
        until("08:00");
        Handover handover = handovers.now();
        handovers.given(handover, "1 incident is open.");
        HandoverFact fact = (HandoverFact) journal.events().getLast().fact();
        assertThat(fact.from()).isEqualTo(at("06:00"));
        assertThat(fact.to()).isEqualTo(at("08:00"));
        assertThat(fact.open()).containsExactly(incident.id());
        assertThat(fact.text()).isEqualTo("1 incident is open.");
    }

    @Test
    void isShortWhenSpoken() {
        tellsOfTheShiftSoFar();
        assertThat(new HandoverSpeech(Words.beside(Handovers.class, "en")).of(handovers.now()))
                .containsExactly(
                        "1 incident is open.",
                        "Press 3, fault E-42: waiting for a part, for 4 hours.",
                        "In this shift: 3 stops, 4 hours 40 minutes in all; 1 micro-stop, 3 minutes"
                                + " in all.",
                        "1 question had no answer in the manuals; the rest is on the screen.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void saysEightSentencesAtMostAndNothingThatSomebodyAsked(String language) {
        tellsOfTheShiftSoFar();
        for (int i = 0; i < 9; i++) {
            log.open(opening("cap-1", "E-42", "10:0" + i));
        }
        List<String> spoken =
                new HandoverSpeech(Words.beside(Handovers.class, language)).of(handovers.now());
        assertThat(spoken).hasSize(HandoverSpeech.SENTENCES_MAX);
        assertThat(spoken.get(1)).startsWith("Press 3").contains("E-42");
        assertThat(spoken).noneMatch(sentence -> sentence.contains("leak"));
    }

    @Test
    void saysThatNothingHappened() {
        until("09:00");
        assertThat(new HandoverSpeech(Words.beside(Handovers.class, "en")).of(handovers.now()))
                .containsExactly("No incident is open.", "There was no stop in this shift.");
    }

    /// Else only "The value is on the screen" would be heard.
    @Test
    void isHeardAsItIsWritten() {
        tellsOfTheShiftSoFar();
        SpokenCheck check = new SpokenCheck(SpokenForm.english());
        assertThat(new HandoverSpeech(Words.beside(Handovers.class, "en")).of(handovers.now()))
                .allMatch(check::keepsMeasures);
    }

    private static Restored restored(
            String machine, @Nullable String fault, String from, String to, String cause) {
        return new Restored(
                REGISTER.machine(machine).orElseThrow().name(),
                fault,
                new Window(at(from), at(to)),
                cause,
                null);
    }

    private void stop(
            String machine, @Nullable String fault, String from, String to, @Nullable String why) {
        until(to);
        Incident incident = log.open(opening(machine, fault, from));
        log.restore(incident.id(), at(to), why, null, Source.ENTERED);
    }

    private Opening opening(String machine, @Nullable String fault, String at) {
        until(at);
        return new Opening(null, machine, fault, null, at(at), Source.ENTERED, Origin.CLI);
    }

    private void turn(String id, String machine, String question, String reply) {
        turns.write(
                new TurnFact(id, machine, question, reply, "-", List.of(), null, Map.of(), null));
    }

    private void until(String time) {
        journal.clock().pass(Math.max(0, at(time) - journal.clock().at()));
    }

    private static long at(String time) {
        return OffsetDateTime.parse("2026-06-23T" + time + "+02:00").toInstant().toEpochMilli();
    }
}
