package dev.andon.node.turn;

import dev.andon.knowledge.answer.Answering;
import dev.andon.knowledge.answer.Reply;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The answer to a question at a step that protects people, and then that step again: no words lead
/// away from it.
final class Reminding implements Answering {
    private final Answering answer;
    private final Reply.Statement step;
    private final Iterator<String> again;

    private Reminding(Answering answer, Reply.Statement step) {
        this.answer = answer;
        this.step = step;
        this.again = step.sentences().iterator();
    }

    /// @param answer null if there is none
    static Answering of(@Nullable Answering answer, Reply.Statement step) {
        return answer == null ? Answering.of(step) : new Reminding(answer, step);
    }

    @Override
    public @Nullable String nextSentence() {
        String sentence = answer.nextSentence();
        if (sentence != null) {
            return sentence;
        }
        return again.hasNext() ? again.next() : null;
    }

    @Override
    public @Nullable Reply reply() {
        Reply reply = answer.reply();
        return reply == null ? null : with(reply);
    }

    private Reply with(Reply reply) {
        String text = reply.text() + "\n" + step.text();
        List<String> said =
                Stream.concat(reply.sentences().stream(), step.sentences().stream()).toList();
        return switch (reply) {
            case Reply.Answer(_, _, var citations, var mode, var rest) ->
                    new Reply.Answer(text, said, citations, mode, rest);
            case Reply.Refusal(_, _, var missing, var nearest) ->
                    new Reply.Refusal(text, said, missing, nearest);
            case Reply.Clarification(_, _, var choices) ->
                    new Reply.Clarification(text, said, choices);
            case Reply.Statement(var kind, _, _, var citations) ->
                    new Reply.Statement(kind, text, said, citations);
        };
    }

    @Override
    public OptionalLong firstWordsNanos() {
        return answer.firstWordsNanos();
    }

    @Override
    public void close() {
        answer.close();
    }
}
