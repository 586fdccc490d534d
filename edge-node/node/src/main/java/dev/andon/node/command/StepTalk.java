package dev.andon.node.command;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.Reply.Kind;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.node.dialog.Command;
import dev.andon.node.procedure.FoundProcedures;
import dev.andon.node.procedure.Line;
import dev.andon.node.procedure.ProcedureBook;
import dev.andon.node.procedure.ProcedureRun;
import dev.andon.node.procedure.ProcedureSayings;
import dev.andon.node.procedure.ProcedureText;
import dev.andon.node.procedure.Procedures;
import dev.andon.node.saying.Phrase;
import dev.andon.node.saying.Sayings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads procedures: finds the one that is meant, and says what came of each move.
///
/// @param citations where the step of a run stands; empty if its revision is gone
record StepTalk(
        Sayings sayings,
        AssetRegister register,
        Procedures procedures,
        ProcedureBook book,
        Function<ProcedureRun, Optional<Citation>> citations) {

    /// The open run that this conversation reads: the one that it began, else the one of the

    /// machine that the person stands at.
    Optional<ProcedureRun> current(Matter matter, @Nullable String station) {
        return machine(matter, station).flatMap(procedures::current);
    }

    private static Optional<String> machine(Matter matter, @Nullable String station) {
        return Optional.ofNullable(matter.procedure()).or(() -> Optional.ofNullable(station));
    }

    Outcome start(Command.Start start, Context context) {
        Machine machine = machine(start, context).orElse(null);
        if (machine == null) {
            return told(context, Phrase.of("procedure.machine"));
        }
        String title = title(start, context);
        if (title == null) {
            return told(context, Phrase.of("procedure.name"));
        }
        List<String> models = machine.model().isEmpty() ? List.of() : List.of(machine.model());
        return switch (book.find(models, title, names(machine))) {
            case FoundProcedures.One(ProcedureText text) -> begin(machine, text, context);
            case FoundProcedures.Several several -> choices(several, context);
            case FoundProcedures.None(var nearest) -> unknown(machine, nearest, context);
        };
    }

    /// The machine that was named, else the one of the last question, else the one here, else the
    /// one whose procedure is read.
    private Optional<Machine> machine(Command.Start start, Context context) {
        if (start.machines().size() == 1) {
            return Optional.of(start.machines().getFirst());
        }
        String asked = context.question() == null ? null : context.question().machine();
        return Optional.ofNullable(asked)
                .or(() -> Optional.ofNullable(context.station()))
                .or(() -> Optional.ofNullable(context.matter().procedure()))
                .flatMap(register::machine);
    }

    /// The title that was said, else that of the section that answered last.
    private static @Nullable String title(Command.Start start, Context context) {
        if (start.title() != null) {
            return start.title();
        }
        return context.reply() instanceof Reply.Answer answer
                ? answer.citations().getFirst().heading()
                : null;
    }

    private static List<String> names(Machine machine) {
        List<String> names = new ArrayList<>(machine.aliases());
        names.add(machine.name());
        names.add(machine.machineClass());
        return names;
    }

    private Outcome begin(Machine machine, ProcedureText text, Context context) {
        return said(machine.id(), procedures.start(machine.id(), text), context);
    }

    private Outcome choices(FoundProcedures.Several several, Context context) {
        List<String> titles =
                several.procedures().stream().map(ProcedureText::heading).distinct().toList();
        String question =
                sayings.in(
                        context.language(),
                        Phrase.of("procedure.which", String.join(", ", titles)));
        String voiced =
                sayings.in(Sayings.VOICE, Phrase.of("procedure.which", String.join(", ", titles)));
        return new Outcome(
                new Reply.Clarification(question, List.of(voiced), titles),
                context.matter().settled());
    }

    private Outcome unknown(Machine machine, List<ProcedureText> nearest, Context context) {
        String titles =
                String.join(", ", nearest.stream().map(ProcedureText::heading).distinct().toList());
        return told(
                context,
                titles.isEmpty()
                        ? Phrase.of("procedure.unknown", machine.name())
                        : Phrase.of("procedure.near", machine.name(), titles));
    }

    /// A move on the run of this conversation.
    Outcome move(Command.Step step, Context context) {
        String machine = machine(context.matter(), context.station()).orElse(null);
        return machine == null
                ? told(context, Phrase.of("no.procedure"))
                : said(machine, procedures.move(machine, Moves.of(step)), context);
    }

    /// Words at a step that protects people; empty if they ask something that moves nothing.
    Optional<Outcome> hear(String words, Context context) {
        String machine = machine(context.matter(), context.station()).orElseThrow();
        dev.andon.node.procedure.Outcome outcome = procedures.hear(machine, words);
        return outcome instanceof dev.andon.node.procedure.Outcome.Asked
                ? Optional.empty()
                : Optional.of(said(machine, outcome, context));
    }

    /// The current step again.
    Reply.Statement again(Context context) {
        ProcedureRun run = current(context.matter(), context.station()).orElseThrow();
        return statement(new dev.andon.node.procedure.Outcome.Asked(run), context);
    }

    private Outcome said(
            String machine, dev.andon.node.procedure.Outcome outcome, Context context) {
        ProcedureRun run = outcome.run();
        boolean goesOn = run != null && run.open();
        return new Outcome(
                statement(outcome, context),
                context.matter().settled().reading(goesOn ? machine : null));
    }

    private Reply.Statement statement(dev.andon.node.procedure.Outcome outcome, Context context) {
        ProcedureRun run = outcome.run();
        Language language = Language.of(context.language());
        return new Reply.Statement(
                run == null ? Kind.TOLD : Kind.STEP,
                written(ProcedureSayings.of(language).of(outcome)),
                spoken(ProcedureSayings.of(Language.ENGLISH).of(outcome), run),
                run == null ? List.of() : citations.apply(run).stream().toList());
    }

    private static String written(List<Line> lines) {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    /// A step in a language without a voice is shown and named, not read in the wrong one.
    private List<String> spoken(List<Line> lines, @Nullable ProcedureRun run) {
        String language = run == null ? null : run.text().language();
        boolean hasVoice = language == null || language.startsWith(Sayings.VOICE);
        List<String> said = new ArrayList<>();
        for (Line line : lines) {
            if (line.verbatim() && !hasVoice) {
                said.add(sayings.in(Sayings.VOICE, Phrase.of("step.shown")));
            } else {
                said.addAll(Sentences.split(line.text()));
            }
        }
        return said;
    }

    private Outcome told(Context context, Phrase sentence) {
        return new Outcome(
                sayings.statement(Kind.TOLD, context.language(), sentence),
                context.matter().settled());
    }
}
