package dev.andon.node.turn;

import dev.andon.config.DeviceConfig;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.RegisterReader;
import dev.andon.knowledge.answer.Answerer;
import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.fact.Fact;
import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.knowledge.corpus.fact.Fact.TypedStep;
import dev.andon.knowledge.corpus.fact.FactStore;
import dev.andon.knowledge.corpus.fact.Span;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.command.Commands;
import dev.andon.node.dialog.Interpreter;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.escalation.Escalations;
import dev.andon.node.escalation.sqlite.EscalationTable;
import dev.andon.node.handover.Handovers;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.IncidentStore;
import dev.andon.node.incident.Stops;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.OpenJournal;
import dev.andon.node.procedure.ManualNow;
import dev.andon.node.procedure.ProcedureBook;
import dev.andon.node.procedure.Procedures;
import dev.andon.node.procedure.Stamp;
import dev.andon.node.procedure.sqlite.RunTable;
import dev.andon.node.tts.SpokenForm;
import dev.andon.node.vad.EndpointLimits;
import dev.andon.node.vad.Endpointer;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person who types to Andon at the demonstration plant: the real turn, dialogue, log and
/// procedures on a journal in a folder; the manuals answer with a canned sentence.
public final class Talk implements AutoCloseable {
    static final AssetRegister REGISTER =
            RegisterReader.read(Path.of("../../device-config/demo/register.yaml"));

    static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    final OpenJournal journal;
    final BreakableIncidents incidents;
    final IncidentLog log;
    private final Turn turn;
    private final @Nullable String station;
    private Conversation conversation = new Conversation();

    /// Where somebody talks.
    ///
    /// @param phrases that are understood there
    record Plant(AssetRegister register, PhraseBook phrases) {
        static final Plant DEMO = new Plant(REGISTER, PhraseBook.BUILT_IN);
    }

    private Talk(Path folder, @Nullable String station, Plant plant) {
        this.journal = OpenJournal.in(folder);
        this.incidents = new BreakableIncidents(new IncidentTable(journal.file(), journal.clock()));
        this.log = log(journal, incidents, plant.register());
        this.station = station;
        this.turn = new Turn(() -> null, stages(journal, log, plant));
    }

    private Talk(Talk other) {
        this.journal = other.journal;
        this.incidents = other.incidents;
        this.log = other.log;
        this.station = other.station;
        this.turn = other.turn;
    }

    /// A person who stands at a machine of the demonstration.
    static Talk at(Path folder, @Nullable String station) {
        return at(folder, station, Plant.DEMO);
    }

    /// A person who stands at a machine.
    static Talk at(Path folder, @Nullable String station, Plant plant) {
        return new Talk(folder, station, plant);
    }

    /// Another person at the same node, with a conversation of their own.
    Talk another() {
        return new Talk(this);
    }

    /// What Andon replies; a refusal that says so if a turn broke.
    Reply says(String words) {
        List<TurnEvent> events = new ArrayList<>();
        turn.run(new TurnInput.Typed(words, station), conversation, null, events::add);
        for (TurnEvent event : events.reversed()) {
            if (event instanceof TurnEvent.Replied replied) {
                return replied.reply();
            }
            if (event instanceof TurnEvent.Failed failed) {
                throw failed.failure();
            }
        }
        return new Reply.Clarification("", List.of(), List.of());
    }

    /// All of these, one after the other; the last reply.
    Reply says(String first, String... others) {
        Reply reply = says(first);
        for (String other : others) {
            reply = says(other);
        }
        return reply;
    }

    /// So long nobody answers that what waits lapses.
    void keepsSilent() {
        conversation.go(conversation.matter().waitingUntil(System.nanoTime() - 1));
    }

    /// Another conversation, as after a restart.
    void beginsAnew() {
        conversation = new Conversation();
    }

    List<Incident> incidents() {
        return log.list(false, null, IncidentLog.LISTED_MAX);
    }

    Instant now() {
        return Instant.ofEpochMilli(journal.clock().at());
    }

    @Override
    public void close() {
        journal.close();
    }

    static Interpreter interpreter(AssetRegister register) {
        return interpreter(new Plant(register, PhraseBook.BUILT_IN), Clock.systemDefaultZone());
    }

    private static Interpreter interpreter(Plant plant, Clock clock) {
        return new Interpreter(
                plant.register(), 200, new Interpreter.Words(plant.phrases(), _ -> "en", clock));
    }

    /// Commands at a plant of which nothing is kept beyond the folder.
    static Commands commands(Path folder) {
        OpenJournal journal = OpenJournal.in(folder);
        IncidentStore incidents = new IncidentTable(journal.file(), journal.clock());
        return commands(journal, log(journal, incidents, REGISTER), REGISTER);
    }

    private static IncidentLog log(
            OpenJournal journal, IncidentStore incidents, AssetRegister register) {
        return new IncidentLog(incidents, register, text -> text, journal.clock()::at);
    }

    private static Commands commands(OpenJournal journal, IncidentLog log, AssetRegister register) {
        var clock = journal.clock();
        return new Commands(
                new Commands.Desk(
                        register,
                        log,
                        handovers(journal, log),
                        escalations(journal),
                        new Procedures(
                                new RunTable(journal.file()),
                                _ -> new ManualNow.Same(),
                                Duration.ofHours(8),
                                () -> new Stamp(clock.at(), clock.boot(), clock.upMs())),
                        new ProcedureBook(procedures()),
                        _ -> Optional.empty(),
                        "node-1",
                        wall(journal)));
    }

    private static Handovers handovers(OpenJournal journal, IncidentLog log) {
        return new Handovers(
                REGISTER,
                DeviceConfig.defaults().handover(),
                new Handovers.Sources(
                        log,
                        (_, _) -> List.of(),
                        Stops.USUAL,
                        journal.outbox(),
                        journal.clock()::at));
    }

    private static Escalations escalations(OpenJournal journal) {
        return new Escalations(
                new EscalationTable(journal.file(), journal.clock(), 30),
                REGISTER,
                text -> text,
                journal.clock()::at);
    }

    private static Clock wall(OpenJournal journal) {
        InstantSource source = () -> Instant.ofEpochMilli(journal.clock().at());
        return source.withZone(ZONE);
    }

    private static Stages stages(OpenJournal journal, IncidentLog log, Plant plant) {
        return new Stages(
                Endpointer.pushToTalk(EndpointLimits.DEFAULT),
                () -> {
                    throw new AssertionError("nothing is heard");
                },
                interpreter(plant, wall(journal)),
                commands(journal, log, plant.register()),
                _ -> List.of(),
                new Canned(),
                SpokenForm.english(),
                () -> {
                    throw new AssertionError("nothing is said");
                });
    }

    private static FactStore procedures() {
        Manual manual =
                new Manual("px200-service", "PX-200 service", "C", "en", List.of("PX-200"), null);
        Span span =
                new Span(
                        List.of("Replacing the suction cups"),
                        new PageRef("7", 9),
                        "1. Clear the pallet.");
        Fact.Procedure cups =
                new Fact.Procedure(
                        "Replacing the suction cups",
                        List.of(new Fact.Notice(Signal.WARNING, "The gripper can fall.", span)),
                        List.of(
                                new TypedStep("1", "Clear the pallet.", StepType.ACTION),
                                new TypedStep(
                                        "2", "Lock and tag the main switch.", StepType.SAFETY),
                                new TypedStep(
                                        "3",
                                        "Verify that the pressure gauge shows 0 bar.",
                                        StepType.VERIFY),
                                new TypedStep("4", "Unscrew the cups.", StepType.ACTION)),
                        span);
        return (_, visitor) -> visitor.accept(manual, cups);
    }

    /// Answers every question with one sentence that names it.
    private static final class Canned implements Answerer {
        @Override
        public Reply answer(Question question, List<Passage> passages) {
            String text =
                    "Answer to \"%s\" about %s.".formatted(question.text(), question.machine());
            return new Reply.Refusal(text, List.of(text), question.text(), null);
        }

        @Override
        public Answering begin(Question question, List<Passage> passages, List<Exchange> earlier) {
            return Answering.of(answer(question, passages));
        }
    }
}
