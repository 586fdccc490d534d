package dev.andon.node.cli;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Citation;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.node.dialog.Request;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnTimings;
import dev.andon.node.vad.Capture;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Shows a turn to a person while it happens.
final class TurnScreen implements Consumer<TurnEvent> {
    private static final int PASSAGES_SHOWN = 3;
    private static final int COLUMNS = 100;

    private final PrintWriter out;
    private boolean failed;

    TurnScreen(PrintWriter out) {
        this.out = out;
    }

    /// Whether the turn ended without a reply that it should have had.
    boolean failed() {
        return failed;
    }

    @Override
    public void accept(TurnEvent event) {
        switch (event) {
            case TurnEvent.Captured(Capture.Silence silence) -> {
                failed = true;
                say(
                        "heard",
                        "nothing: silence or steady noise (peak %.0f dBFS). Speak closer to the microphone."
                                .formatted(silence.level().peakDbfs()));
            }
            case TurnEvent.Captured _ -> {}
            case TurnEvent.Heard heard -> say("heard", heard.transcript().text());
            case TurnEvent.Understood(Request.Ask ask) -> say("asked", ask.question().text());
            case TurnEvent.Understood _ -> {}
            case TurnEvent.Retrieved retrieved -> passages(retrieved.passages());
            case TurnEvent.Replied replied -> reply(replied.reply(), replied.spoken());
            case TurnEvent.Speaking _ -> {}
            case TurnEvent.Failed broken -> {
                failed = true;
                // Not wrapped: it may hold a command to copy.
                out.printf("  %-8s %s%n", "failed", broken.failure().getMessage());
            }
            case TurnEvent.Finished finished -> timings(finished.timings());
        }
        out.flush();
    }

    private void passages(List<Passage> passages) {
        String label = "found";
        for (Passage passage : passages.stream().limit(PASSAGES_SHOWN).toList()) {
            say(
                    label,
                    "%s, %s: %s"
                            .formatted(
                                    passage.manual().title(),
                                    page(passage.page().printed(), passage.page().pdf()),
                                    String.join(" > ", passage.path())));
            label = "";
        }
        if (passages.isEmpty()) {
            say(label, "no passage");
        }
    }

    private void reply(Reply reply, List<String> spoken) {
        switch (reply) {
            case Reply.Answer answer -> {
                say("answer", answer.text());
                answer.citations().forEach(citation -> cite("source", citation));
            }
            case Reply.Refusal refusal -> {
                say("refused", refusal.text());
                if (refusal.nearest() != null) {
                    cite("nearest", refusal.nearest());
                }
            }
            case Reply.Clarification clarification -> say("asks", clarification.text());
            case Reply.Statement statement -> {
                say(label(statement.kind()), statement.text());
                statement.citations().forEach(citation -> cite("source", citation));
            }
        }
        say("spoken", String.join(" ", spoken));
    }

    private static String label(Reply.Kind kind) {
        return switch (kind) {
            case READ_BACK -> "confirm";
            case DONE -> "done";
            case STEP -> "step";
            case TOLD -> "says";
        };
    }

    private void cite(String label, Citation citation) {
        String revision =
                citation.manual().revision() == null
                        ? "revision unknown"
                        : "revision " + citation.manual().revision();
        say(
                label,
                "%s, %s, %s, \"%s\""
                        .formatted(
                                citation.manual().title(),
                                revision,
                                page(citation.page().printed(), citation.page().pdf()),
                                citation.heading()));
        say("", "\u201c" + citation.quote() + "\u201d");
    }

    private void timings(TurnTimings timings) {
        say(
                "times",
                "endpoint %s, transcript %s, retrieval %s, first token %s, first sentence %s, first audio %s, total %s"
                        .formatted(
                                ms(timings.endpoint()),
                                ms(timings.transcript()),
                                ms(timings.retrieval()),
                                ms(timings.firstToken()),
                                ms(timings.firstSentence()),
                                ms(timings.firstAudio()),
                                ms(timings.total())));
    }

    /// A label in the margin, the text beside it, further lines indented below.
    private void say(String label, @Nullable String text) {
        String margin = label;
        for (String line : (text == null ? "" : text).split("\n", -1)) {
            for (String part : Wrapped.lines(line, COLUMNS)) {
                out.printf("  %-8s %s%n", margin, part);
                margin = "";
            }
        }
    }

    private static String page(@Nullable String printed, int pdf) {
        if (printed == null) {
            return pdf == 0 ? "no page" : "sheet " + pdf;
        }
        return "page " + printed;
    }

    private static String ms(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.0f ms", value);
    }
}
