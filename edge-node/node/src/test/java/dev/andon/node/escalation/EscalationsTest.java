package dev.andon.node.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.node.escalation.sqlite.EscalationTable;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.OpenJournal;
import dev.andon.node.redaction.Redactor;
import dev.andon.node.redaction.Roster;
import dev.andon.protocol.Command;
import dev.andon.protocol.Event;
import dev.andon.protocol.ExpertReply;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.EscalationFact.Step;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;
import dev.andon.protocol.fact.ReceiptFact;
import dev.andon.protocol.fact.TurnFact.Citation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class EscalationsTest {
    private static final long DAY_MS = 86_400_000;
    private static final List<Citation> CITED = List.of(new Citation("hp63-service", "C", "5"));
    private static final AssetRegister REGISTER =
            new AssetRegister(
                    "lyon", "Lyon", List.of(), List.of(machine("press-3"), machine("press-13")));

    @TempDir private Path folder;
    private OpenJournal journal;
    private EscalationTable table;
    private Escalations escalations;

    @BeforeEach
    void open() {
        journal = OpenJournal.in(folder);
        table = new EscalationTable(journal.file(), journal.clock(), 30);
        escalations =
                new Escalations(
                        table,
                        REGISTER,
                        new Redactor(Roster.NOBODY, REGISTER),
                        journal.clock()::at);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Machine machine(String id) {
        return new Machine(
                id,
                id.replace("press-", "Press "),
                List.of("the press"),
                "",
                "",
                "",
                "",
                List.of(),
                List.of());
    }

    @Test
    void writesACallWithTheTimelineOfItsIncidentAndTellsTheHub() {
        IncidentLog log =
                new IncidentLog(
                        new IncidentTable(journal.file(), journal.clock()),
                        REGISTER,
                        text -> text,
                        journal.clock()::at);
        Incident incident = log.open(Opening.now("press-3", null, Source.ENTERED, Origin.CLI));
        long declared = journal.clock().at();
        journal.clock().pass(60_000);
        incident = log.wait(incident.id(), Wait.EXPERT, Source.ENTERED);

        Escalation call = escalations.call(" Why does it leak? ", CITED, incident, null);

        assertThat(call.machine()).isEqualTo("press-3");
        assertThat(call.state()).isEqualTo(Escalation.State.SENT);
        assertThat(journal.events().getLast().fact())
                .isEqualTo(
                        new EscalationFact(
                                call.id(),
                                incident.id(),
                                "press-3",
                                "Why does it leak?",
                                CITED,
                                List.of(
                                        new Step(Moment.DECLARED, declared, null),
                                        new Step(Moment.WAITING, declared + 60_000, Wait.EXPERT))));
        assertThat(escalations.list()).containsExactly(call);
    }

    @Test
    void redactsBeforeItWrites() throws IOException {
        Escalation call =
                escalations.call("Call me at anna.schmidt@plant.example, why?", CITED, null, null);
        reply("r-1", call.id(), "Ask peter.meier@plant.example.");
        assertThat(call.question()).doesNotContain("anna");
        assertThat(filesHolding("anna.schmidt")).isEmpty();
        assertThat(filesHolding("peter.meier")).isEmpty();
    }

    @Test
    void refusesWhatIsNoQuestionAndWhatNobodyKnows() {
        assertThatThrownBy(() -> escalations.call("  ", CITED, null, null))
                .hasMessageContaining("no question");
        assertThatThrownBy(() -> escalations.call("a".repeat(2_001), CITED, null, null))
                .hasMessageContaining("2001 characters; 2000 are the most");
        assertThatThrownBy(() -> escalations.call("Why?", CITED, null, "pres-3"))
                .hasMessageContaining("Did you mean 'press-3'?");
        assertThatThrownBy(() -> escalations.call("Why?", CITED, null, "the press"))
                .hasMessageContaining("press-3, press-13");
        assertThatThrownBy(() -> reply("r-1", "nowhere", "Look."))
                .isInstanceOfSatisfying(
                        EscalationException.class,
                        e -> assertThat(e.code()).isEqualTo("unknown-escalation"));
        assertThat(journal.events()).isEmpty();
    }

    @Test
    void tellsAReplyOnceAndTheHubThatItWasTold() {
        Escalation call = escalations.call("Why does it leak?", CITED, null, "Press 3");
        assertThat(escalations.notice()).isNull();
        reply("r-1", call.id(), "Look at the seal behind the guard.");
        reply("r-1", call.id(), "Look at the seal behind the guard.");
        assertThat(escalations.unheard()).hasSize(1);
        assertThat(state(call)).isEqualTo(Escalation.State.ANSWERED);

        assertThat(escalations.notice())
                .isEqualTo(
                        "The expert has answered your question about Press 3."
                                + " Look at the seal behind the guard.");

        assertThat(escalations.notice()).isNull();
        assertThat(escalations.told("r-1")).isFalse();
        assertThat(escalations.unheard()).isEmpty();
        assertThat(state(call)).isEqualTo(Escalation.State.RECEIPTED);
        assertThat(journal.events())
                .extracting(Event::fact)
                .filteredOn(ReceiptFact.class::isInstance)
                .containsExactly(new ReceiptFact("r-1", call.id()));
    }

    @Test
    void tellsSeveralRepliesOneATurnTheFirstFirst() {
        Escalation call = escalations.call("Why?", CITED, null, null);
        reply("r-1", call.id(), "Look at the seal.");
        journal.clock().pass(1_000);
        reply("r-2", call.id(), "Set it to 6 bar.");
        assertThat(escalations.notice()).endsWith("Look at the seal.");
        assertThat(escalations.notice()).endsWith("The answer is on the screen.");
        assertThat(escalations.find(call.id()).orElseThrow().replies())
                .extracting(Escalation.Reply::text)
                .containsExactly("Look at the seal.", "Set it to 6 bar.");
    }

    @Test
    void forgetsACallOnceItsLastReplyRanOutOfItsDays() throws IOException {
        Escalation call = escalations.call("the zebra question", CITED, null, null);
        journal.outbox().committed(1);
        journal.clock().pass(20 * DAY_MS);
        reply("r-1", call.id(), "the giraffe answer");
        journal.clock().pass(20 * DAY_MS);
        table.expire();
        assertThat(escalations.list()).hasSize(1);
        journal.clock().pass(11 * DAY_MS);
        table.expire();
        journal.file().settle();
        assertThat(escalations.list()).isEmpty();
        assertThat(filesHolding("zebra")).isEmpty();
        assertThat(filesHolding("giraffe")).isEmpty();
    }

    @Test
    void keepsACallForADayWhereTurnsAreNotKept() {
        EscalationTable brief = new EscalationTable(journal.file(), journal.clock(), 0);
        escalations.call("Why?", CITED, null, null);
        journal.clock().pass(DAY_MS / 2);
        brief.expire();
        assertThat(escalations.list()).hasSize(1);
        journal.clock().pass(DAY_MS);
        brief.expire();
        assertThat(escalations.list()).isEmpty();
    }

    private Escalation.State state(Escalation call) {
        return escalations.find(call.id()).orElseThrow().state();
    }

    private void reply(String id, String escalation, String text) {
        escalations.replied(
                new Command(
                        id,
                        ExpertReply.COMMAND,
                        new ExpertReply(escalation, text, null).arguments(),
                        Long.MAX_VALUE));
    }

    private List<Path> filesHolding(String word) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> holds(file, word)).toList();
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
