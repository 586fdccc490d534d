package dev.andon.node.command;

import dev.andon.config.register.AssetRegister;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.node.dialog.Command;
import dev.andon.node.dialog.Situation.Reading;
import dev.andon.node.escalation.Escalations;
import dev.andon.node.handover.Handovers;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.procedure.ProcedureBook;
import dev.andon.node.procedure.ProcedureRun;
import dev.andon.node.procedure.ProcedureRun.Status;
import dev.andon.node.procedure.Procedures;
import dev.andon.node.saying.Phrase;
import dev.andon.node.saying.Sayings;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/// Carries out what people want done. What a call returned is done, and on the disk; what waits for
/// an answer is in the [Matter] that it returns, and nowhere else.
///
/// Failures are [dev.andon.knowledge.StageException]s of the stage `store`: nothing was done, and
/// the same may be said again.
public final class Commands {
    private final Sayings sayings = Sayings.beside(Commands.class);
    private final IncidentTalk incidents;
    private final OpenIncidents open;
    private final StepTalk steps;
    private final DeskTalk desk;
    private final ReadingTalk reading = new ReadingTalk(sayings);

    /// What commands are carried out on.
    ///
    /// @param citations where the step of a run stands; empty if its revision is gone
    /// @param node its id
    /// @param clock of the plant
    public record Desk(
            AssetRegister register,
            IncidentLog incidents,
            Handovers handovers,
            Escalations escalations,
            Procedures procedures,
            ProcedureBook book,
            Function<ProcedureRun, Optional<Citation>> citations,
            String node,
            Clock clock) {}

    /// @param desk what they are carried out on
    public Commands(Desk desk) {
        this.incidents = new IncidentTalk(sayings, desk);
        this.desk = new DeskTalk(desk);
        this.open =
                new OpenIncidents(
                        sayings, desk.register(), desk.incidents(), new ReadBack(desk.clock()));
        this.steps =
                new StepTalk(
                        sayings, desk.register(), desk.procedures(), desk.book(), desk.citations());
    }

    /// Whether a procedure is read in a conversation, and at which kind of step it is.
    ///
    /// @param station the register's id of the machine that the person stands at; null if unknown
    public Reading reading(Matter matter, @Nullable String station) {
        return steps.current(matter, station)
                .map(
                        run ->
                                run.status() == Status.ACTIVE && isProtected(run.step().type())
                                        ? Reading.PROTECTED_STEP
                                        : Reading.STEP)
                .orElse(Reading.NOTHING);
    }

    private static boolean isProtected(StepType type) {
        return type == StepType.SAFETY || type == StepType.VERIFY;
    }

    /// Carries it out. Empty if it was a question after all: the manuals answer it.
    public Optional<Outcome> carryOut(Command command, Context context) {
        return switch (command) {
            case Command.AtStep(String words) -> steps.hear(words, context);
            case Command.Entry entry -> Optional.of(incidents.begin(entry, context));
            case Command.Reaction reaction -> Optional.of(incidents.react(reaction, context));
            case Command.Incidents(var machines) ->
                    still(open.tell(machines, context.language()), context);
            case Command.Start start -> Optional.of(steps.start(start, context));
            case Command.Step step -> Optional.of(steps.move(step, context));
            case Command.Reading(var wish) -> Optional.of(reading.read(wish, context));
            case Command.Handover() -> still(desk.handover(context.language()), context);
            case Command.CallExpert(var about) -> Optional.of(callExpert(about, context));
            case Command.Help() -> still(help(context), context);
        };
    }

    /// The step that is being read, to be said again behind the answer to a question at it; empty

    /// if none protects people now.
    public Optional<Reply.Statement> reminder(Context context) {
        return reading(context.matter(), context.station()) == Reading.PROTECTED_STEP
                ? Optional.of(steps.again(context))
                : Optional.empty();
    }

    private Outcome callExpert(@Nullable String about, Context context) {
        return desk.call(about, context)
                .map(call -> incidents.call(call, context))
                .orElseGet(
                        () ->
                                new Outcome(
                                        told(context, Phrase.of("expert.what")), context.matter()));
    }

    private Reply told(Context context, Phrase sentence) {
        return sayings.statement(Reply.Kind.TOLD, context.language(), sentence);
    }

    private Reply help(Context context) {
        return sayings.statement(
                Reply.Kind.TOLD, context.language(), Phrase.of("help"), Phrase.of("help.more"));
    }

    /// What was under way goes on.
    private static Optional<Outcome> still(Reply reply, Context context) {
        return Optional.of(new Outcome(reply, context.matter()));
    }
}
