package dev.andon.node.command;

import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.node.dialog.Act;
import dev.andon.node.dialog.Slots;
import dev.andon.node.saying.Phrase;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Says what will be entered, exactly as it will be entered: the machine and the fault as the
/// register has them, the entry, the time, the cause and the note.
///
/// @param clock of the plant
record ReadBack(Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /// The sentences, the question last.
    List<Phrase> of(Draft draft) {
        Draft.Call call = draft.call();
        if (call != null) {
            return List.of(
                    Phrase.of("read.back.call", Sentences.ended(call.question())),
                    Phrase.of("correct"));
        }
        return List.of(
                Phrase.of("read.back", what(draft), entry(draft)),
                cause(draft),
                note(draft),
                Phrase.of("correct"));
    }

    /// What was entered.
    List<Phrase> done(Draft draft) {
        Draft.Call call = draft.call();
        if (call != null) {
            return List.of(Phrase.of("expert.called", Sentences.ended(call.question())));
        }
        return List.of(Phrase.of("done." + key(draft.act()), what(draft)));
    }

    private Phrase what(Draft draft) {
        Machine machine = draft.slots().machine().orElseThrow();
        String said = draft.slots().fault();
        FaultCode fault = said == null ? null : FaultOf.machine(machine, said).orElse(null);
        return fault == null
                ? Phrase.of("what", machine.name())
                : Phrase.of("what.fault", machine.name(), fault.code(), fault.name());
    }

    private Phrase entry(Draft draft) {
        Slots slots = draft.slots();
        return switch (draft.act()) {
            case OPEN -> Phrase.of("act.open", since(slots.since()));
            case WAIT ->
                    Phrase.of(
                            "act.wait",
                            Phrase.of(
                                    "wait."
                                            + String.valueOf(slots.waitFor())
                                                    .toLowerCase(Locale.ROOT)));
            default -> Phrase.of("act." + key(draft.act()));
        };
    }

    private Phrase since(Slots.@Nullable SaidTime since) {
        if (since == null) {
            return Phrase.NONE;
        }
        Long at = since.at();
        return at == null
                ? Phrase.of("since.unknown")
                : Phrase.of("since", time(at), minutesAgo(clock.millis() - at));
    }

    /// Who says "five minutes ago" cannot tell from the time of the clock that four were heard.
    private static Phrase minutesAgo(long millis) {
        long minutes = Math.round(millis / 60_000.0);
        if (minutes < 1 || minutes >= 60) {
            return Phrase.NONE;
        }
        return minutes == 1
                ? Phrase.of("since.minute")
                : Phrase.of("since.minutes", String.valueOf(minutes));
    }

    /// The time, with its day if that is not today.
    Phrase time(long at) {
        ZonedDateTime then = Instant.ofEpochMilli(at).atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (then.toLocalDate().equals(today)) {
            return Phrase.of("time", TIME.format(then));
        }
        return then.toLocalDate().equals(today.minusDays(1))
                ? Phrase.of("time.yesterday", TIME.format(then))
                : Phrase.of("time.day", DAY.format(then), TIME.format(then));
    }

    private static Phrase cause(Draft draft) {
        String cause = draft.slots().cause();
        if (draft.act() != Act.RESTORE || cause == null) {
            return Phrase.NONE;
        }
        return cause.isEmpty() ? Phrase.of("cause.none") : Phrase.of("cause", cause);
    }

    private static Phrase note(Draft draft) {
        String note = draft.slots().note();
        return draft.act() == Act.RESTORE && note != null ? Phrase.of("note", note) : Phrase.NONE;
    }

    private static String key(Act act) {
        return act.name().toLowerCase(Locale.ROOT);
    }
}
