package dev.andon.node.dialog;

import dev.andon.config.register.Machine;
import dev.andon.node.dialog.Command.Reaction;
import dev.andon.node.dialog.Command.Reading.Wish;
import dev.andon.node.dialog.Command.Step.Move;
import dev.andon.node.dialog.PlantFillings.Machines;
import dev.andon.node.dialog.Situation.Awaited;
import dev.andon.node.dialog.Situation.Reading;
import dev.andon.node.dialog.Slots.SaidTime;
import dev.andon.node.dialog.phrase.Intent;
import dev.andon.node.dialog.phrase.Meaning;
import dev.andon.node.dialog.phrase.Slot;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes a request of the meanings that words have, by the situation in which they are said: `yes`
/// means something only where something was read back, `next` where a procedure is being read.
final class CommandReader {
    /// Understood whatever Andon waits for.
    private static final Set<Intent> ALWAYS =
            EnumSet.of(
                    Intent.STOP,
                    Intent.REPEAT,
                    Intent.HELP,
                    Intent.SLOWER,
                    Intent.FASTER,
                    Intent.CANCEL);

    /// Said where nothing waits, these are no commands: a machine's name is a question.
    private static final Set<Intent> VALUES =
            EnumSet.of(Intent.UNKNOWN, Intent.CORRECTION, Intent.CAUSE, Intent.NOTE);

    /// What leaves a step that protects people where it is.
    private static final Set<Intent> HARMLESS =
            EnumSet.of(
                    Intent.STOP,
                    Intent.HELP,
                    Intent.SLOWER,
                    Intent.FASTER,
                    Intent.WHICH_PAGE,
                    Intent.HANDOVER,
                    Intent.EXPERT,
                    Intent.INCIDENTS);

    private static final Pattern NOTE_WORD =
            Pattern.compile("(?i)[,;.]? (?:and |et |und )?(?:note|notiz)[: ]");

    /// What the words mean here; empty if they are no command.
    ///
    /// @param meanings best first
    /// @param words as heard or typed
    Optional<Request> read(List<Meaning> meanings, String words, Situation situation) {
        List<Meaning> possible = inItsLanguageFirst(meanings, situation.language());
        if (situation.awaited() != Awaited.NOTHING) {
            return Optional.of(reaction(possible, words, situation));
        }
        if (situation.reading() == Reading.PROTECTED_STEP) {
            return protectedStep(possible, words, situation);
        }
        return possible.stream()
                .filter(meaning -> fits(meaning.intent()))
                .findFirst()
                .map(meaning -> request(meaning, situation));
    }

    private static List<Meaning> inItsLanguageFirst(List<Meaning> meanings, String language) {
        return meanings.stream()
                .sorted(
                        (one, other) ->
                                Boolean.compare(
                                        other.language().equals(language),
                                        one.language().equals(language)))
                .toList();
    }

    private static boolean fits(Intent intent) {
        return intent != Intent.FOLLOW_UP && !VALUES.contains(intent);
    }

    /// An answer to what was asked; another command takes its place; anything else is unclear.
    private Request reaction(List<Meaning> meanings, String words, Situation situation) {
        Optional<Meaning> known =
                meanings.stream()
                        .filter(meaning -> answers(meaning, situation.awaited()))
                        .findFirst();
        if (known.isPresent()) {
            return request(known.get(), situation);
        }
        Reaction reaction =
                situation.awaited() == Awaited.WORDS
                        ? new Reaction(Reaction.Kind.CORRECTION, free(words))
                        : new Reaction(Reaction.Kind.UNCLEAR, Slots.NONE);
        return new Request.Do(reaction, situation.language());
    }

    /// A cause, and a note if one is told from it.
    private static Slots free(String words) {
        String[] parts = NOTE_WORD.split(words.strip(), 2);
        String note = parts.length > 1 ? parts[1].strip() : null;
        return new Slots(List.of(), null, null, null, parts[0].strip(), note);
    }

    /// Where free words are awaited, hardly anything else can be said: a cause may be called
    /// anything.
    private static boolean answers(Meaning meaning, Awaited awaited) {
        Intent intent = meaning.intent();
        if (awaited == Awaited.WORDS) {
            return ALWAYS.contains(intent)
                    || intent == Intent.UNKNOWN
                    || intent == Intent.CAUSE
                    || intent == Intent.NOTE;
        }
        return ALWAYS.contains(intent) || intent.answers() || isEntry(intent);
    }

    /// Nothing but what is harmless gets past; the rest is the procedure's affair.
    private Optional<Request> protectedStep(
            List<Meaning> meanings, String words, Situation situation) {
        return Optional.of(
                meanings.stream()
                        .filter(
                                meaning ->
                                        HARMLESS.contains(meaning.intent())
                                                || isEntry(meaning.intent()))
                        .findFirst()
                        .map(meaning -> request(meaning, situation))
                        .orElseGet(
                                () ->
                                        new Request.Do(
                                                new Command.AtStep(words),
                                                language(meanings, situation))));
    }

    private static String language(List<Meaning> meanings, Situation situation) {
        return meanings.isEmpty() ? situation.language() : meanings.getFirst().language();
    }

    private static boolean isEntry(Intent intent) {
        return act(intent) != null;
    }

    private Request request(Meaning meaning, Situation situation) {
        // Where something waits for an answer, that is what is said again, not the step.
        boolean reading =
                situation.reading() != Reading.NOTHING && situation.awaited() == Awaited.NOTHING;
        return switch (meaning.intent()) {
            case STOP -> new Request.Stop();
            case REPEAT -> reading ? step(meaning) : new Request.Repeat();
            case MORE -> reading ? step(meaning) : new Request.More();
            default -> new Request.Do(command(meaning), meaning.language());
        };
    }

    private static Request step(Meaning meaning) {
        Move move = meaning.intent() == Intent.REPEAT ? Move.REPEAT : Move.NEXT;
        return new Request.Do(new Command.Step(move, null), meaning.language());
    }

    private Command command(Meaning meaning) {
        Act act = act(meaning.intent());
        if (act != null) {
            return new Command.Entry(act, slots(meaning));
        }
        Reaction.Kind kind = reactionKind(meaning.intent());
        return kind == null ? other(meaning) : new Reaction(kind, slots(meaning));
    }

    private static Command other(Meaning meaning) {
        return switch (meaning.intent()) {
            case SLOWER -> new Command.Reading(Wish.SLOWER);
            case FASTER -> new Command.Reading(Wish.FASTER);
            case WHOLE -> new Command.Reading(Wish.WHOLE);
            case WHICH_PAGE -> new Command.Reading(Wish.WHICH_PAGE);
            case INCIDENTS -> new Command.Incidents(machines(meaning));
            case START ->
                    new Command.Start(meaning.slot(Slot.TEXT, String.class), machines(meaning));
            case HANDOVER -> new Command.Handover();
            case EXPERT -> new Command.CallExpert(meaning.slot(Slot.TEXT, String.class));
            case HELP -> new Command.Help();
            default ->
                    new Command.Step(
                            Move.valueOf(meaning.intent().name()),
                            meaning.slot(Slot.NUMBER, Integer.class));
        };
    }

    private static Reaction.@Nullable Kind reactionKind(Intent intent) {
        return switch (intent) {
            case YES -> Reaction.Kind.YES;
            case NO -> Reaction.Kind.NO;
            case CANCEL -> Reaction.Kind.CANCEL;
            case UNKNOWN -> Reaction.Kind.UNKNOWN;
            case CORRECTION, CAUSE, NOTE -> Reaction.Kind.CORRECTION;
            default -> null;
        };
    }

    private static @Nullable Act act(Intent intent) {
        return switch (intent) {
            case OPEN -> Act.OPEN;
            case ACKNOWLEDGED -> Act.ACKNOWLEDGE;
            case DIAGNOSING -> Act.DIAGNOSE;
            case WAITING -> Act.WAIT;
            case REPAIRING -> Act.REPAIR;
            case REPAIRED -> Act.REPAIRED;
            case TESTING -> Act.TEST;
            case RESTORED -> Act.RESTORE;
            case WITHDRAWN -> Act.WITHDRAW;
            default -> null;
        };
    }

    private static Slots slots(Meaning meaning) {
        Long since = meaning.slot(Slot.TIME, Long.class);
        String text = meaning.slot(Slot.TEXT, String.class);
        boolean isNote = meaning.intent() == Intent.NOTE;
        Slots free = text == null || isNote ? Slots.NONE : free(text);
        return new Slots(
                machines(meaning),
                meaning.slot(Slot.FAULT, String.class),
                since == null ? null : new SaidTime(since),
                meaning.slot(Slot.WAIT, Wait.class),
                free.cause(),
                isNote ? text : free.note());
    }

    private static List<Machine> machines(Meaning meaning) {
        Machines machines = meaning.slot(Slot.MACHINE, Machines.class);
        return machines == null ? List.of() : machines.machines();
    }

    /// What a question is about now that only says what is different from the last; empty if these
    /// words do not.
    static Optional<String> followUp(List<Meaning> meanings, Situation situation) {
        return situation.last() == null || situation.awaited() != Awaited.NOTHING
                ? Optional.empty()
                : meanings.stream()
                        .filter(meaning -> meaning.intent() == Intent.FOLLOW_UP)
                        .findFirst()
                        .map(meaning -> meaning.slot(Slot.TEXT, String.class));
    }
}
