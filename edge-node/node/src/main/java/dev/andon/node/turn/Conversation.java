package dev.andon.node.turn;

import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.dialog.OpenQuestion;
import dev.andon.node.dialog.Request;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What one person and Andon said to each other so far; one a station, used by one turn at a time.
public final class Conversation {
    /// Answered questions that are remembered.
    private static final int EXCHANGES_MAX = 6;

    private final List<Exchange> exchanges = new ArrayList<>();
    private @Nullable Reply lastReply;
    private @Nullable OpenQuestion openQuestion;

    /// The last reply; null before the first.
    synchronized @Nullable Reply lastReply() {
        return lastReply;
    }

    /// The last questions with their replies, oldest first.
    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /// The question that the last reply asked back to; null if it did not.
    synchronized @Nullable OpenQuestion openQuestion() {
        return openQuestion;
    }

    /// Remembers what was replied; a longer reply to the same request takes the place of the first.
    synchronized void remember(Request request, Reply reply) {
        lastReply = reply;
        openQuestion = reply instanceof Reply.Clarification back ? open(request, back) : null;
        if (request instanceof Request.Ask(Question question)) {
            exchanges.removeIf(exchange -> exchange.question() == question);
            exchanges.add(new Exchange(question, reply));
            if (exchanges.size() > EXCHANGES_MAX) {
                exchanges.removeFirst();
            }
        }
    }

    private static @Nullable OpenQuestion open(Request request, Reply.Clarification back) {
        return switch (request) {
            case Request.Ask(Question question) ->
                    new OpenQuestion(question.text(), question.machine(), back.choices());
            case Request.WhichMachine(String question, List<String> choices) ->
                    new OpenQuestion(question, null, choices);
            case Request.Repeat _, Request.More _, Request.Stop _, Request.Nothing _ -> null;
        };
    }
}
