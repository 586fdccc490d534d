package dev.andon.knowledge.answer;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/// An answer on its way: its sentences are pulled as they become known. Closing it ends whatever
/// still works on it; that is how somebody who interrupts is obeyed.
///
/// Used by one thread.
public interface Answering extends AutoCloseable {
    /// The next sentence to be said, as it stands in [Reply#sentences]; waits for it. Null after
    /// the last.
    ///
    /// @throws dev.andon.knowledge.StageException `answer`, `interrupted`: the waiting thread was
    ///     interrupted; never for a language model that fails, since then the manual is quoted
    @Nullable String nextSentence();

    /// The whole reply, as far as it is decided: null while its first words are still being found,
    /// perhaps longer later, final after the last sentence.
    @Nullable Reply reply();

    /// When the first words were known, in [System#nanoTime]; empty before.
    OptionalLong firstWordsNanos();

    @Override
    void close();

    /// A reply that is known as a whole.
    static Answering of(Reply reply) {
        return new WholeAnswering(reply);
    }
}
