package dev.andon.node.sync.library;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.retrieval.Retriever;

import org.jspecify.annotations.Nullable;

/// Asks as a person at the line would.
@FunctionalInterface
public interface Asker {
    /// @param question as typed
    /// @param machine the register's id of the machine that the person stands at; null for none
    /// @param manuals to be asked
    /// @throws dev.andon.knowledge.StageException it cannot be asked or answered
    Reply ask(String question, @Nullable String machine, Retriever manuals);
}
