package dev.andon.node.eval.dialogue;

import dev.andon.knowledge.answer.Reply;
import dev.andon.node.dialog.Request;
import dev.andon.node.procedure.ProcedureRun;
import dev.andon.node.turn.Conversation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Says one task in its scene and sees what came of it.
record TaskRun(Stand stand, Speaker speaker, Condition condition) {
    TaskResult of(DialogueTask task) {
        try {
            Conversation talk = stand.in(task.scene(), task.language(), task.station());
            return task.then() == null ? single(task, talk) : opening(task, talk);
        } finally {
            stand.clear();
        }
    }

    private TaskResult single(DialogueTask task, Conversation talk) {
        int open = stand.open().size();
        int position = position(task.station());
        SlotComparison slots = new SlotComparison(stand.register(), stand.now());
        TurnSeen seen = stand.turn(speaker.says(task.say(), task.station()), talk, speaker.ear());
        Understood understood = Understood.of(seen.request());
        boolean right =
                task.intent().equals(DialogueTask.PASSES)
                        ? position(task.station()) == position + 1
                        : understood.label().equals(task.intent());
        boolean meant = task.intent().equals("yes");
        int entered = meant ? 0 : Math.max(0, stand.open().size() - open);
        return result(task, seen, right, slots.of(task, understood)).entering(entered);
    }

    private TaskResult opening(DialogueTask task, Conversation talk) {
        SlotComparison slots = new SlotComparison(stand.register(), stand.now());
        OpeningDialogue dialogue = new OpeningDialogue(stand, speaker, task, talk);
        TurnSeen seen = dialogue.begin();
        Understood understood = Understood.of(seen.request());
        boolean right = understood.label().equals(task.intent());
        List<SlotSeen> seenSlots = slots.of(task, understood);
        return result(task, seen, right, seenSlots).goingOn(dialogue.goOn(seen));
    }

    private TaskResult result(
            DialogueTask task, TurnSeen seen, boolean right, List<SlotSeen> slots) {
        return new TaskResult(
                task,
                condition,
                speaker.name(),
                seen.heard(),
                Understood.of(seen.request()),
                right,
                slots,
                null,
                0,
                isCommand(seen) ? seen.firstAudioMs() : null);
    }

    private static boolean isCommand(TurnSeen seen) {
        return seen.request() instanceof Request.Do && seen.reply() instanceof Reply.Statement;
    }

    private int position(@Nullable String station) {
        return station == null ? -1 : stand.run(station).map(ProcedureRun::position).orElse(-1);
    }
}
