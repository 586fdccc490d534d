package dev.andon.node.turn;

import dev.andon.node.dialog.Request;
import dev.andon.node.turn.TurnReport.FailurePart;
import dev.andon.node.turn.TurnReport.TimingsPart;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Listens to one turn and reports it. Used by the turn's thread alone.
public final class TurnReportCollector implements Consumer<TurnEvent> {
    private static final int PASSAGES_MAX = 10;

    private final String id;
    private final @Nullable String typed;
    private @Nullable String heard;
    private @Nullable TurnReportReply reply;
    private @Nullable String mode;
    private @Nullable FailurePart failure;
    private List<TurnReportPassage> passages = List.of();
    private TimingsPart timings = TimingsPart.NONE;

    /// @param id of the turn
    public TurnReportCollector(String id) {
        this.id = id;
        this.typed = null;
    }

    /// @param id of the turn
    /// @param input whose words are known at once if they are typed
    public TurnReportCollector(String id, TurnInput input) {
        this.id = id;
        this.typed = input instanceof TurnInput.Typed words ? words.text() : null;
    }

    @Override
    public void accept(TurnEvent event) {
        switch (event) {
            case TurnEvent.Captured _, TurnEvent.Speaking _ -> {}
            case TurnEvent.Heard e -> heard = e.transcript().text();
            case TurnEvent.Understood(Request.Ask ask) when heard == null ->
                    heard = ask.question().text();
            case TurnEvent.Understood _ -> {}
            case TurnEvent.Retrieved e ->
                    passages =
                            e.passages().stream()
                                    .limit(PASSAGES_MAX)
                                    .map(TurnReportPassage::of)
                                    .toList();
            case TurnEvent.Replied e -> {
                reply = TurnReportReply.of(e.reply(), e.spoken());
                mode = TurnReportReply.mode(e.reply());
            }
            case TurnEvent.Failed e -> failure = FailurePart.of(e.failure());
            case TurnEvent.Finished e -> timings = TimingsPart.of(e.timings());
        }
    }

    /// What is known of the turn by now.
    public TurnReport report() {
        return new TurnReport(
                id, heard == null ? typed : heard, reply, passages, mode, timings, null, failure);
    }
}
