package dev.andon.node.web;

import dev.andon.knowledge.answer.Reply;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.dialog.Request;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnReport;
import dev.andon.node.turn.TurnReport.FailurePart;
import dev.andon.node.turn.TurnReport.TimingsPart;
import dev.andon.node.turn.TurnReportPassage;
import dev.andon.node.turn.TurnReportReply;
import dev.andon.node.vad.Capture;
import dev.andon.node.vad.Level;
import dev.andon.node.vad.Utterance;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;

/// What the server says on a voice socket, as `openapi.yaml` (operation `voice`) describes it.
final class VoiceEvents {
    private VoiceEvents() {}

    /// The event of a turn; its `turn` is added by the sender.
    static JsonObject of(TurnEvent event) {
        return switch (event) {
            case TurnEvent.Captured e -> captured(e.capture());
            case TurnEvent.Heard e -> event("heard").put("text", e.transcript().text());
            case TurnEvent.Understood e -> understood(e.request());
            case TurnEvent.Retrieved e -> retrieved(e);
            case TurnEvent.Replied e -> replied(e.reply(), e.spoken());
            case TurnEvent.Speaking e -> speaking(e.words(), SocketSink.FORMAT);
            case TurnEvent.Failed e -> failed(FailurePart.of(e.failure()));
            case TurnEvent.Finished e ->
                    event("finished").put("timings_ms", json(TimingsPart.of(e.timings())));
        };
    }

    /// The turn is listening.
    static JsonObject listening() {
        return event("listening");
    }

    /// The turn was cut short by the client.
    static JsonObject cancelled() {
        return event("cancelled");
    }

    static JsonObject failed(FailurePart failure) {
        return event("failed")
                .put("stage", failure.stage())
                .put("code", failure.code())
                .put("message", failure.message());
    }

    /// The client said something that cannot be obeyed; it belongs to no turn.
    static JsonObject error(Problem problem) {
        JsonObject json = problem.toJson();
        return event("error").put("code", problem.code()).put("message", json.getValue("detail"));
    }

    private static JsonObject captured(Capture capture) {
        Level level = capture.level();
        return event("captured")
                .put("speech", capture instanceof Utterance)
                .put("peak_dbfs", level.peakDbfs())
                .put("rms_dbfs", level.rmsDbfs())
                .put("clipped_share", level.clippedShare());
    }

    private static JsonObject understood(Request request) {
        JsonObject json = event("understood");
        return switch (request) {
            case Request.Ask ask ->
                    json.put("request", "ask")
                            .put("question", ask.question().text())
                            .put("machine", ask.question().machine());
            case Request.WhichMachine which ->
                    json.put("request", "which-machine")
                            .put("choices", new JsonArray(which.choices()));
            case Request.Do order ->
                    json.put("request", "do")
                            .put("command", order.command().label())
                            .put("language", order.language());
            case Request.Repeat _ -> json.put("request", "repeat");
            case Request.More _ -> json.put("request", "more");
            case Request.Stop _ -> json.put("request", "stop");
            case Request.Nothing _ -> json.put("request", "nothing");
        };
    }

    private static JsonObject retrieved(TurnEvent.Retrieved event) {
        List<JsonObject> passages =
                event.passages().stream()
                        .limit(10)
                        .map(TurnReportPassage::of)
                        .map(VoiceEvents::json)
                        .toList();
        return event("retrieved").put("passages", new JsonArray(passages));
    }

    private static JsonObject replied(Reply reply, List<String> spoken) {
        return event("replied")
                .put("reply", json(TurnReportReply.of(reply, spoken)))
                .put("mode", TurnReportReply.mode(reply));
    }

    private static JsonObject speaking(String words, AudioFormat format) {
        return event("speaking")
                .put("words", words)
                .put("sample_rate_hz", format.sampleRateHz())
                .put("channels", format.channels());
    }

    private static JsonObject json(Object part) {
        return new JsonObject(TurnReport.json(part));
    }

    private static JsonObject event(String type) {
        return new JsonObject().put("type", type);
    }
}
