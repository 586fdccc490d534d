package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.StageException;

import java.time.Duration;

/// One request that waits for its turn with the child.
sealed interface Job permits Generation, Counting {
    /// Sends the request unless nobody waits for it any more.
    ///
    /// @return whether it was sent
    boolean sendTo(ChildProcess child);

    /// Cancels; from any thread, any number of times.
    void cancel();

    /// The time left until it is late; negative afterwards.
    Duration left();

    /// It will not be answered.
    void fail(StageException failure);
}
