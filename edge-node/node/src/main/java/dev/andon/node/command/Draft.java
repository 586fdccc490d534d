package dev.andon.node.command;

import dev.andon.node.dialog.Act;
import dev.andon.node.dialog.Slots;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/// What somebody wants done, as far as it is known; nothing of it is written.
///
/// @param id of the incident if one is opened: a second yes opens no second one
/// @param act what is to be entered
/// @param slots what was said of it
/// @param at when it was said first, UTC milliseconds: the time of its milestone
/// @param target the incident that it belongs to; null as long as it is not known
/// @param call what the expert is asked; null unless he is called
/// @param language of the person, BCP 47
record Draft(
        String id,
        Act act,
        Slots slots,
        long at,
        @Nullable String target,
        @Nullable Call call,
        String language) {
    /// A question for the expert.
    ///
    /// @param citations that the manuals offered
    /// @param machine the register's id; null if none is known
    record Call(String question, List<TurnFact.Citation> citations, @Nullable String machine) {
        Call {
            citations = List.copyOf(citations);
        }
    }

    static Draft of(Act act, Slots slots, long at, String language) {
        return new Draft(UUID.randomUUID().toString(), act, slots, at, null, null, language);
    }

    static Draft of(Call call, long at, String language) {
        return new Draft(
                UUID.randomUUID().toString(), Act.CALL, Slots.NONE, at, null, call, language);
    }

    Draft with(Slots others) {
        return new Draft(id, act, others, at, target, call, language);
    }

    Draft corrected(Slots others) {
        return with(slots.corrected(others));
    }

    Draft about(@Nullable String incident) {
        return new Draft(id, act, slots, at, incident, call, language);
    }
}
