package dev.andon.node.eval.dialogue;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Reply;
import dev.andon.node.dialog.Command;
import dev.andon.node.dialog.Request;
import dev.andon.node.stt.Transcript;
import dev.andon.node.turn.TurnEvent;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// Listens to one turn. Nobody is called by an evaluation and no shift is handed over: a turn that
/// would do so ends when it is understood.
final class TurnListener implements Consumer<TurnEvent> {
    private static final String ENDED = "evaluation";

    private @Nullable String heard;
    private @Nullable Request request;
    private @Nullable Reply reply;
    private @Nullable Double firstAudioMs;
    private @Nullable StageException failure;

    @Override
    public void accept(TurnEvent event) {
        switch (event) {
            case TurnEvent.Heard(Transcript transcript) -> heard = shown(transcript);
            case TurnEvent.Understood(Request understood) -> understood(understood);
            case TurnEvent.Replied e -> reply = e.reply();
            case TurnEvent.Failed(StageException broken) -> failed(broken);
            case TurnEvent.Finished e -> firstAudioMs = e.timings().firstAudio();
            case TurnEvent.Captured _, TurnEvent.Retrieved _, TurnEvent.Speaking _ -> {}
        }
    }

    /// The words that counted, and those of a command that lost to them.
    private static String shown(Transcript transcript) {
        Transcript.AsCommand command = transcript.command();
        return command == null || command.text().equals(transcript.text())
                ? transcript.text()
                : String.format(
                        Locale.ROOT,
                        "%s [as a command: %s, %+.1f]",
                        transcript.text(),
                        command.text(),
                        command.margin());
    }

    private void understood(Request understood) {
        request = request == null ? understood : request;
        if (understood instanceof Request.Do(Command command, _) && reachesOthers(command)) {
            throw new StageException(Stage.SYNTHESIS, ENDED, "It is not carried out.");
        }
    }

    private static boolean reachesOthers(Command command) {
        return command instanceof Command.CallExpert || command instanceof Command.Handover;
    }

    private void failed(StageException broken) {
        failure = broken.code().equals(ENDED) ? failure : broken;
    }

    /// What was seen.
    ///
    /// @throws StageException the turn broke
    TurnSeen seen() {
        if (failure != null) {
            throw failure;
        }
        return new TurnSeen(heard, request, reply, firstAudioMs);
    }
}
