package dev.andon.node.command;

import dev.andon.node.dialog.Command;
import dev.andon.node.procedure.Move;

/// The procedure's moves by what was said.
final class Moves {
    private Moves() {}

    static Move of(Command.Step step) {
        return switch (step.move()) {
            case NEXT -> new Move.Next();
            case DONE -> new Move.Done();
            case BACK -> new Move.Back();
            case REPEAT -> new Move.Repeat();
            case WHERE -> new Move.Where();
            case PAUSE -> new Move.Pause();
            case RESUME -> new Move.Resume();
            case END -> new Move.Stop();
            case CONFIRM ->
                    new Move.Confirm(
                            step.number() == null ? null : String.valueOf(step.number()), null);
        };
    }
}
