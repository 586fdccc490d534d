package dev.andon.node.command;

import dev.andon.config.register.Machine;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.Reply.Kind;
import dev.andon.node.command.DraftCheck.Next;
import dev.andon.node.command.Matter.Pending;
import dev.andon.node.dialog.Act;
import dev.andon.node.dialog.Command;
import dev.andon.node.dialog.Command.Reaction;
import dev.andon.node.dialog.Slots;
import dev.andon.node.escalation.EscalationException;
import dev.andon.node.incident.IncidentException;
import dev.andon.node.saying.Phrase;
import dev.andon.node.saying.Sayings;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Talks about an entry in the log until it can be made: asks for what was not said, reads back,
/// takes corrections, and makes it after a yes. Before that nothing is written.
final class IncidentTalk {
    /// So often an answer may be unclear; then Andon gives up, since noise is no yes.
    private static final int MISSES_MAX = 2;

    private final Sayings sayings;
    private final Clock clock;
    private final DraftCheck check;
    private final ReadBack readBack;
    private final Entries entries;

    IncidentTalk(Sayings sayings, Commands.Desk desk) {
        this.sayings = sayings;
        this.clock = desk.clock();
        this.check = new DraftCheck(desk.register(), desk.incidents());
        this.readBack = new ReadBack(desk.clock());
        this.entries = new Entries(desk.incidents(), desk.escalations());
    }

    /// A new entry; one that waits is forgotten for it.
    Outcome begin(Command.Entry entry, Context context) {
        Draft draft = Draft.of(entry.act(), entry.slots(), clock.millis(), context.language());
        return goOn(draft, context);
    }

    /// The expert is called, after a yes.
    Outcome call(Draft.Call call, Context context) {
        return goOn(Draft.of(call, clock.millis(), context.language()), context);
    }

    /// What was asked is answered.
    Outcome react(Reaction reaction, Context context) {
        Pending pending = context.matter().pending();
        if (pending == null) {
            return nothingWaits(reaction, context);
        }
        return switch (reaction.kind()) {
            case YES -> yes(pending, context);
            case NO -> no(pending, reaction.slots(), context);
            case CANCEL -> told(context, Phrase.of("cancelled"));
            case UNKNOWN -> unknown(pending, context);
            case CORRECTION -> corrected(pending, reaction.slots(), context);
            case UNCLEAR -> unclear(pending, context);
        };
    }

    private Outcome nothingWaits(Reaction reaction, Context context) {
        boolean late = context.matter().lapsed() && reaction.kind() != Reaction.Kind.CANCEL;
        return told(context, Phrase.of(late ? "too.late" : "nothing.waits"));
    }

    private Outcome yes(Pending pending, Context context) {
        return pending.asking() == Asking.YES
                ? make(pending.draft(), context)
                : unclear(pending, context);
    }

    private Outcome make(Draft draft, Context context) {
        try {
            boolean joined = entries.make(draft);
            List<Phrase> sentences = new ArrayList<>(readBack.done(draft));
            if (joined) {
                sentences.add(Phrase.of("joined"));
            }
            Reply reply = sayings.statement(Kind.DONE, draft.language(), sentences);
            return new Outcome(reply, context.matter().settled().about(machine(draft)));
        } catch (IncidentException | EscalationException wrong) {
            return told(context, Phrase.of("not.possible", String.valueOf(wrong.getMessage())));
        }
    }

    private static @Nullable String machine(Draft draft) {
        return draft.slots().machine().map(Machine::id).orElse(null);
    }

    /// A no that says what is right instead corrects; a mere one asks what is wrong, and a second
    /// one ends it.
    private Outcome no(Pending pending, Slots said, Context context) {
        if (!said.isEmpty()) {
            return corrected(pending, said, context);
        }
        return pending.asking() == Asking.YES
                ? ask(pending.draft(), Asking.RIGHT, List.of(Phrase.of("ask.right")), context)
                : told(context, Phrase.of("cancelled"));
    }

    private Outcome corrected(Pending pending, Slots said, Context context) {
        Draft draft = pending.draft();
        if (said.isEmpty() || draft.call() != null) {
            return unclear(pending, context);
        }
        boolean another = !said.machines().isEmpty() || said.fault() != null;
        return goOn((another ? aboutAnother(draft) : draft).corrected(said), context);
    }

    /// The fault of the incident that it was about may be no fault of another machine.
    private static Draft aboutAnother(Draft draft) {
        return draft.target() == null
                ? draft
                : draft.about(null).with(draft.slots().withFault(null));
    }

    private Outcome unknown(Pending pending, Context context) {
        Draft draft = pending.draft();
        Slots slots = draft.slots();
        return switch (pending.asking()) {
            case SINCE -> goOn(draft.with(slots.withSince(Slots.SaidTime.UNKNOWN)), context);
            case FAULT ->
                    goOn(draft.with(slots.withFault(draft.act() == Act.OPEN ? null : "")), context);
            case CAUSE -> goOn(draft.with(slots.withCause("")), context);
            case MACHINE, WAIT, RIGHT, YES -> unclear(pending, context);
        };
    }

    private Outcome unclear(Pending pending, Context context) {
        if (pending.misses() + 1 >= MISSES_MAX) {
            return told(context, Phrase.of("not.understood"));
        }
        Pending again =
                new Pending(
                        pending.draft(),
                        pending.asking(),
                        pending.asked(),
                        pending.misses() + 1,
                        pending.deadlineNanos());
        return new Outcome(pending.asked(), context.matter().with(again));
    }

    private Outcome goOn(Draft draft, Context context) {
        return switch (check.next(draft, context.station(), context.matter().machine())) {
            case Next.Complete(Draft whole) -> ask(whole, Asking.YES, readBack.of(whole), context);
            case Next.Ask(Draft known, Asking asking, Phrase question) ->
                    ask(known, asking, List.of(question), context);
            case Next.Nothing(Phrase why) -> told(context, why);
        };
    }

    private Outcome ask(Draft draft, Asking asking, List<Phrase> sentences, Context context) {
        Kind kind = asking == Asking.YES ? Kind.READ_BACK : Kind.TOLD;
        Reply reply = sayings.statement(kind, draft.language(), sentences);
        Pending pending = new Pending(draft, asking, reply, 0, Long.MAX_VALUE);
        return new Outcome(reply, context.matter().with(pending));
    }

    private Outcome told(Context context, Phrase sentence) {
        return new Outcome(
                sayings.statement(Kind.TOLD, context.language(), sentence),
                context.matter().settled());
    }
}
