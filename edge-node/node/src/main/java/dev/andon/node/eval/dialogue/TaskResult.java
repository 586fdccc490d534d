package dev.andon.node.eval.dialogue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What came of a task.
///
/// @param by who said it
/// @param understood what the first words were understood as
/// @param commandRight it is what was meant
/// @param slots all that were meant or understood
/// @param opening how an opening went on; null for anything else
/// @param entered incidents that stand now though none was meant
/// @param commandMs to the first sound of the reply; null if it was not spoken, or no command
record TaskResult(
        DialogueTask task,
        Condition condition,
        String by,
        @Nullable String heard,
        Understood understood,
        boolean commandRight,
        List<SlotSeen> slots,
        @Nullable OpeningResult opening,
        int entered,
        @Nullable Double commandMs) {
    TaskResult {
        slots = List.copyOf(slots);
    }

    /// The same of an opening that went on.
    TaskResult goingOn(OpeningResult talk) {
        return new TaskResult(
                task, condition, by, heard, understood, commandRight, slots, talk, 0, commandMs);
    }

    /// The same where so many incidents stand that were not meant.
    TaskResult entering(int incidents) {
        return new TaskResult(
                task,
                condition,
                by,
                heard,
                understood,
                commandRight,
                slots,
                opening,
                incidents,
                commandMs);
    }

    /// Whether a slot counts as right: it is equal, and so is the command.
    boolean right(SlotSeen slot) {
        return commandRight && slot.equal();
    }

    /// Whether all came as it was meant: in an opening, the incident too.
    boolean allRight() {
        return commandRight
                && slots.stream().allMatch(SlotSeen::equal)
                && !wrongAction()
                && (opening == null || opening.right());
    }

    /// Something was entered that was not meant.
    boolean wrongAction() {
        return opening == null ? entered > 0 : opening.wrongAction();
    }

    /// Whether the task is a no, mere or with what is right instead.
    boolean saysNo() {
        String first = task.say().toLowerCase(Locale.ROOT).split(" ", 2)[0];
        boolean refuses =
                task.intent().equals("no")
                        || List.of("correction", "cancel").contains(task.intent())
                                && List.of("no", "non", "nein").contains(first);
        return task.scene().equals("reading-back") && refuses;
    }

    /// How often no was said, in the task and in the talk after it.
    int nos() {
        return (saysNo() ? 1 : 0) + (opening == null ? 0 : opening.nos());
    }

    /// How often that led to an entry.
    int noAsYes() {
        return (saysNo() ? entered : 0) + (opening == null ? 0 : opening.noAsYes());
    }
}
