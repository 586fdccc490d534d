package dev.andon.node.web;

import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of a talking client: reads its messages, one at a time, on one virtual thread,
/// and keeps at most one turn running. A turn writes by itself.
final class VoiceSocket {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceSocket.class);

    private final SocketMessages messages;
    private final SocketOut out;
    private final TurnRunner runner;
    private final TurnSlots slots;
    private final WebLimits limits;
    private @Nullable VoiceTurn turn;

    VoiceSocket(ServerWebSocket socket, TurnRunner runner, TurnSlots slots, WebLimits limits) {
        this.messages = new SocketMessages(socket);
        this.out = new SocketOut(socket, limits.writeMsMax());
        this.runner = runner;
        this.slots = slots;
        this.limits = limits;
    }

    /// Serves until the client or the server leaves; leaving in the middle of a turn ends it.
    void serve() {
        try {
            SocketMessages.Message message = messages.next();
            while (message != null) {
                obey(message);
                message = messages.next();
            }
        } catch (StageException e) {
            LOG.debug("A voice socket ended: {}", e.getMessage());
        } finally {
            if (turn != null) {
                turn.abandon();
            }
        }
    }

    private void obey(SocketMessages.Message message) {
        try {
            switch (message) {
                case SocketMessages.Text(String text) -> command(text);
                case SocketMessages.Sound(Buffer pcm) -> hear(pcm);
            }
        } catch (Problem.Refused e) {
            out.send(VoiceEvents.error(e.problem()));
        }
    }

    private void command(String text) {
        JsonObject json = parsed(text);
        switch (String.valueOf(json.getValue("type"))) {
            case "start" -> start(json.getValue("machine"));
            case "stop" -> running("stop").release();
            case "cancel" -> bargeIn();
            default ->
                    throw refused(
                            "unknown-message",
                            "There is no message of type '" + json.getValue("type") + "'.",
                            "Send start, stop or cancel.");
        }
    }

    private void start(@Nullable Object machine) {
        if (machine != null && !(machine instanceof String)) {
            throw refused(
                    "invalid-message",
                    "The machine is not a text.",
                    "Send its id, or leave it out.");
        }
        bargeIn();
        turn = VoiceTurn.start(runner, out, (String) machine, limits, slots.take());
    }

    private void bargeIn() {
        if (turn != null) {
            turn.cancel();
            turn.awaitEnd();
            turn = null;
        }
    }

    private void hear(Buffer pcm) {
        if (pcm.length() % 2 != 0) {
            throw refused(
                    "odd-frame",
                    "A binary message of " + pcm.length() + " bytes was dropped.",
                    "Send whole samples of 2 bytes.");
        }
        VoiceTurn listening = running("sound");
        if (!listening.hear(AudioChunk.ofPcm(AudioFormat.SPEECH, pcm.getBytes()))) {
            int seconds = limits.utteranceMsMax() / 1_000;
            listening.fail(
                    new Problem(
                            413,
                            "too-long",
                            "The question is longer than " + seconds + " s: ask it in two parts",
                            "endpoint",
                            null));
        }
    }

    private VoiceTurn running(String what) {
        if (turn == null) {
            throw refused(
                    "not-started",
                    "Something came before a start: " + what + ".",
                    "Send {\"type\": \"start\"} first.");
        }
        return turn;
    }

    private static JsonObject parsed(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException e) {
            throw refused("invalid-message", "A text message was not a JSON object.", "Send JSON.");
        }
    }

    private static Problem.Refused refused(String code, String what, String mend) {
        return new Problem(400, code, what, "message", mend).refused();
    }
}
