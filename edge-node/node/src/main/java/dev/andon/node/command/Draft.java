package dev.andon.node.command;

import dev.andon.node.dialog.Act;
import dev.andon.node.dialog.Slots;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// An entry in the log that somebody wants, as far as it is known; nothing of it is written.
///
/// @param id of the incident if one is opened: a second yes opens no second one
/// @param act what is to be entered
/// @param slots what was said of it
/// @param at when it was said first, UTC milliseconds: the time of its milestone
/// @param target the incident that it belongs to; null as long as it is not known
/// @param language of the person, BCP 47
record Draft(String id, Act act, Slots slots, long at, @Nullable String target, String language) {
    static Draft of(Act act, Slots slots, long at, String language) {
        return new Draft(UUID.randomUUID().toString(), act, slots, at, null, language);
    }

    Draft with(Slots others) {
        return new Draft(id, act, others, at, target, language);
    }

    Draft about(@Nullable String incident) {
        return new Draft(id, act, slots, at, incident, language);
    }
}
