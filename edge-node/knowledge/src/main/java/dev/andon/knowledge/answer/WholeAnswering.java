package dev.andon.knowledge.answer;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.OptionalLong;

/// A reply that was known from the beginning.
final class WholeAnswering implements Answering {
    private final Reply reply;
    private final Iterator<String> sentences;
    private final long knownNanos = System.nanoTime();

    WholeAnswering(Reply reply) {
        this.reply = reply;
        this.sentences = reply.sentences().iterator();
    }

    @Override
    public @Nullable String nextSentence() {
        return sentences.hasNext() ? sentences.next() : null;
    }

    @Override
    public Reply reply() {
        return reply;
    }

    @Override
    public OptionalLong firstWordsNanos() {
        return OptionalLong.of(knownNanos);
    }

    @Override
    public void close() {}
}
