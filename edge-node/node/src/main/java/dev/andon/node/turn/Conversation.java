package dev.andon.node.turn;

import dev.andon.knowledge.answer.Exchange;
import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.command.Context;
import dev.andon.node.command.Matter;
import dev.andon.node.dialog.Command;
import dev.andon.node.dialog.OpenQuestion;
import dev.andon.node.dialog.Request;
import dev.andon.node.dialog.Situation;
import dev.andon.node.saying.Sayings;

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
    private @Nullable Question lastQuestion;
    private Matter matter = Matter.NONE;
    private String language = Sayings.VOICE;

    /// The last reply; null before the first.
    synchronized @Nullable Reply lastReply() {
        return lastReply;
    }

    /// The last questions with their replies, oldest first.
    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /// What is said now is said in this situation.
    ///
    /// @param station the register's id of the machine that the person stands at; null if unknown
    synchronized Situation situation(@Nullable String station, Situation.Reading reading) {
        return new Situation(
                station, language, openQuestion, lastQuestion, matter.awaited(), reading);
    }

    /// What is under way.
    synchronized Matter matter() {
        return matter;
    }

    /// Something else is under way now.
    synchronized void go(Matter other) {
        matter = other;
    }

    /// What a command is given in.
    ///
    /// @param spoken the language of the command, BCP 47
    synchronized Context context(@Nullable String station, String spoken) {
        language = spoken;
        return new Context(matter, station, lastQuestion, lastReply, spoken);
    }

    /// Remembers what was replied; a longer reply to the same request takes the place of the first.
    synchronized void remember(Request request, Reply reply) {
        lastReply = reply;
        openQuestion = reply instanceof Reply.Clarification back ? open(request, back) : null;
        if (request instanceof Request.Ask(Question question)) {
            lastQuestion = question;
            language = Language.of(question.language()).code();
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
            case Request.Do(Command.Start start, _) when !back.choices().isEmpty() ->
                    new OpenQuestion(Prompts.startAgain(start), null, back.choices(), true);
            case Request.Do _ -> null;
        };
    }
}
