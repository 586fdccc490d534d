package dev.andon.node.eval.dialogue;

import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.answer.Reply;
import dev.andon.node.eval.dialogue.DialogueTask.Then;
import dev.andon.node.eval.dialogue.ReadBackSaid.Since;
import dev.andon.node.eval.dialogue.ReadBackSaid.Wrong;
import dev.andon.node.incident.Incident;
import dev.andon.node.turn.Conversation;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A person opens an incident: answers what is asked, says yes to a read-back that is right in
/// every slot, corrects the first slot that is not, and gives up after [#ROUNDS_MAX] rounds.
final class OpeningDialogue {
    static final int ROUNDS_MAX = 3;

    private static final int TURNS_MAX = 12;

    private final Stand stand;
    private final Speaker speaker;
    private final DialogueTask task;
    private final Then then;
    private final Conversation conversation;
    private final Set<String> before;
    private final List<String> lines = new ArrayList<>();
    private int rounds;
    private int nos;
    private int noAsYes;
    private long sinceSaidAt;
    private @Nullable Wrong wrong;

    /// @param conversation in which the task is said
    OpeningDialogue(Stand stand, Speaker speaker, DialogueTask task, Conversation conversation) {
        this.stand = stand;
        this.speaker = speaker;
        this.task = task;
        this.then = Objects.requireNonNull(task.then());
        this.conversation = conversation;
        this.before = stand.open().stream().map(Incident::id).collect(Collectors.toSet());
    }

    /// Says the opening.
    TurnSeen begin() {
        return say(task.say());
    }

    /// Goes on from the reply to the opening, until nothing is left to say.
    OpeningResult goOn(TurnSeen opening) {
        TurnSeen seen = opening;
        for (int turn = 0; turn < TURNS_MAX; turn++) {
            String answer = answer(seen);
            if (answer == null) {
                break;
            }
            seen = say(answer);
            if (isNo(answer)) {
                nos++;
                noAsYes += seen.is(Reply.Kind.DONE) ? 1 : 0;
            }
        }
        return result();
    }

    private TurnSeen say(String words) {
        if (words.contains(then.sinceSaid()) || words.equals(task.say())) {
            sinceSaidAt = stand.now();
        }
        TurnSeen seen =
                stand.turn(speaker.says(words, task.station()), conversation, speaker.ear());
        String heard = seen.heard() == null ? "" : " (heard: " + seen.heard() + ")";
        lines.add("\"" + words + "\"" + heard + " -> " + seen.said());
        return seen;
    }

    /// What the person says to a reply; null if it is over.
    private @Nullable String answer(TurnSeen seen) {
        if (seen.is(Reply.Kind.DONE)) {
            return null;
        }
        if (seen.is(Reply.Kind.READ_BACK)) {
            Wrong first = wrong(seen.said());
            return first == null ? words("yes") : corrected(first, true);
        }
        Asked asked = Asked.in(seen.said(), task.language());
        return asked == null ? again() : answer(asked);
    }

    private @Nullable String answer(Asked asked) {
        return switch (asked) {
            case SINCE -> then.sinceSaid();
            case MACHINE, WHICH_MACHINE -> then.machineSaid();
            case FAULT -> then.faultSaid() == null ? words("no-code") : fault();
            case RIGHT -> corrected(wrong, false);
        };
    }

    private @Nullable Wrong wrong(String readBack) {
        wrong =
                new ReadBackSaid(readBack, task.language())
                        .wrong(machine(), code(), new Since(since(), then.sinceMinutes()));
        return wrong;
    }

    /// Says the slot again; the person gives up when that was said often enough.
    private @Nullable String corrected(@Nullable Wrong slot, boolean withNo) {
        if (++rounds > ROUNDS_MAX || slot == null || slot == Wrong.ACT) {
            return rounds > ROUNDS_MAX + 1 ? null : words("cancel");
        }
        String right =
                switch (slot) {
                    case MACHINE -> then.machineSaid();
                    case FAULT -> then.faultSaid() == null ? words("no-code") : fault();
                    case SINCE -> then.sinceSaid();
                    case ACT -> words("cancel");
                };
        return withNo ? words("no") + " " + right : right;
    }

    /// Nothing waits, and nothing was done: the person begins anew.
    private @Nullable String again() {
        boolean over = ++rounds > ROUNDS_MAX || lines.size() > 1;
        return over ? null : task.say();
    }

    private String fault() {
        return words("fault") + " " + then.faultSaid();
    }

    private String words(String answer) {
        return stand.scenes().answer(answer, task.language());
    }

    private boolean isNo(String words) {
        return words.startsWith(words("no") + " ") && !words.equals(words("no-code"));
    }

    private Machine machine() {
        return stand.register().machine(then.machine()).orElseThrow();
    }

    private @Nullable FaultCode code() {
        return machine().faults().stream()
                .filter(fault -> fault.code().equals(task.fault()))
                .findFirst()
                .orElse(null);
    }

    private long since() {
        return sinceSaidAt - Duration.ofMinutes(then.sinceMinutes()).toMillis();
    }

    private OpeningResult result() {
        List<Incident> stored =
                stand.open().stream().filter(each -> !before.contains(each.id())).toList();
        boolean right = stored.size() == 1 && isMeant(stored.getFirst());
        return new OpeningResult(stored.size(), right, rounds, nos, noAsYes, lines);
    }

    private boolean isMeant(Incident incident) {
        Optional<Long> failed =
                incident.standing().stream()
                        .filter(milestone -> milestone.moment() == Moment.FAILED)
                        .map(milestone -> milestone.at())
                        .findFirst();
        return incident.machine().equals(then.machine())
                && Objects.equals(incident.fault(), task.fault())
                && failed.isPresent()
                && SlotComparison.isNear(failed.get(), since());
    }
}
