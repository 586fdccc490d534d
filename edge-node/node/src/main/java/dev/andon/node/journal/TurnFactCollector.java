package dev.andon.node.journal;

import dev.andon.knowledge.answer.Reply;
import dev.andon.node.dialog.Request;
import dev.andon.node.sync.CitedPage;
import dev.andon.node.turn.TurnEvent;
import dev.andon.node.turn.TurnInput;
import dev.andon.node.turn.TurnTimings;
import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Listens to one turn and makes its fact. Used by the turn's thread alone.
final class TurnFactCollector implements Consumer<TurnEvent> {
    /// An answer stands on fewer.
    private static final int CITATIONS_MAX = 20;

    private final String id;
    private final TurnWords words;
    private @Nullable String machine;
    private @Nullable String question;
    private @Nullable Reply reply;
    private @Nullable String failure;
    private Map<String, Double> timings = Map.of();

    TurnFactCollector(String id, TurnInput input, TurnWords words) {
        this.id = id;
        this.words = words;
        this.machine = words.machineId(input.machine());
        this.question = input instanceof TurnInput.Typed typed ? typed.text() : null;
    }

    @Override
    public void accept(TurnEvent event) {
        switch (event) {
            case TurnEvent.Heard heard -> question = heard.transcript().text();
            case TurnEvent.Understood(Request.Ask ask) -> {
                if (ask.question().machine() != null) {
                    machine = ask.question().machine();
                }
            }
            case TurnEvent.Replied replied -> reply = replied.reply();
            case TurnEvent.Failed failed -> failure = failed.failure().code();
            case TurnEvent.Finished finished -> timings = timings(finished.timings());
            case TurnEvent.Captured _, TurnEvent.Understood _, TurnEvent.Retrieved _ -> {}
            case TurnEvent.Speaking _ -> {}
        }
    }

    /// The turn so far; empty if nothing was said and nothing broke: silence is no turn.
    Optional<TurnFact> fact() {
        String asked = words.written(question, TurnWords.QUESTION_CHARS_MAX);
        if (asked == null && reply == null && failure == null) {
            return Optional.empty();
        }
        return Optional.of(
                new TurnFact(
                        id,
                        machine,
                        asked,
                        kind(reply),
                        reply == null
                                ? null
                                : words.written(reply.text(), TurnWords.REPLY_CHARS_MAX),
                        citations(reply),
                        mode(reply),
                        timings,
                        failure));
    }

    private static String kind(@Nullable Reply reply) {
        return switch (reply) {
            case null -> "none";
            case Reply.Answer _ -> "answer";
            case Reply.Refusal _ -> "refusal";
            case Reply.Clarification _ -> "clarification";
            case Reply.Statement _ -> "statement";
        };
    }

    private static List<TurnFact.Citation> citations(@Nullable Reply reply) {
        return reply instanceof Reply.Answer answer
                ? answer.citations().stream().limit(CITATIONS_MAX).map(CitedPage::of).toList()
                : List.of();
    }

    private static @Nullable String mode(@Nullable Reply reply) {
        return reply instanceof Reply.Answer answer
                ? answer.mode().name().toLowerCase(Locale.ROOT)
                : null;
    }

    private static Map<String, Double> timings(TurnTimings timings) {
        Map<String, Double> known = new HashMap<>();
        put(known, "endpoint", timings.endpoint());
        put(known, "transcript", timings.transcript());
        put(known, "retrieval", timings.retrieval());
        put(known, "first_token", timings.firstToken());
        put(known, "first_sentence", timings.firstSentence());
        put(known, "first_audio", timings.firstAudio());
        put(known, "total", timings.total());
        return known;
    }

    private static void put(Map<String, Double> known, String stage, @Nullable Double ms) {
        if (ms != null) {
            known.put(stage, Math.round(ms * 10) / 10.0);
        }
    }
}
