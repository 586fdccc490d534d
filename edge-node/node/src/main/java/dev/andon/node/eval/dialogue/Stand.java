package dev.andon.node.eval.dialogue;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;
import dev.andon.node.audio.AudioSink;
import dev.andon.node.incident.Incident;
import dev.andon.node.procedure.ProcedureRun;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.Turn;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// A node at the demonstration plant, and what an evaluation must see of it: the real turn, log and
/// procedures. One task is done at a time; after each the plant is as before.
record Stand(Turn turn, NodeJournal journal, AssetRegister register, DialogueScenes scenes) {
    private static final String SOME_LANGUAGE = "en";

    static Stand of(EdgeNode node) {
        return new Stand(node.turn(), node.journal(), node.register(), DialogueScenes.PRODUCT);
    }

    /// Runs one turn.
    ///
    /// @param sink null for a reply that is only shown
    TurnSeen turn(TurnInput input, Conversation conversation, @Nullable AudioSink sink) {
        TurnListener listener = new TurnListener();
        turn.run(input, conversation, sink, listener);
        return listener.seen();
    }

    /// A conversation in which the words that lead into a scene were typed.
    Conversation in(String scene, String language, @Nullable String station) {
        Conversation conversation = new Conversation();
        for (String words : scenes.before(scene, language)) {
            turn(new TurnInput.Typed(words, station), conversation, null);
        }
        return conversation;
    }

    /// The incidents that are open.
    List<Incident> open() {
        return journal.incidents().list(true, null, 100);
    }

    /// The clock by which incidents are written, UTC milliseconds.
    long now() {
        return journal.clock().at();
    }

    /// The procedure that is read on a machine.
    Optional<ProcedureRun> run(String machine) {
        return journal.runs().open(machine);
    }

    /// The name of a machine in the register; the id if it has none.
    String name(String machine) {
        return register.machine(machine).map(Machine::name).orElse(machine);
    }

    /// Takes back what a task has left: open incidents and procedures.
    void clear() {
        open().forEach(incident -> journal.incidents().withdraw(incident.id()));
        for (Machine machine : register.machines()) {
            if (run(machine.id()).isPresent()) {
                String words = scenes.answer("end-procedure", SOME_LANGUAGE);
                turn(new TurnInput.Typed(words, machine.id()), new Conversation(), null);
            }
        }
    }
}
