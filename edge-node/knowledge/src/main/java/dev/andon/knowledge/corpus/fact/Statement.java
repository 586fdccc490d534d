package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.PageRef;

import java.util.List;

/// A piece of running text that may state values, and what is known around it.
///
/// @param text one sentence or more
/// @param quote what a fact from it quotes; empty for the sentence itself
/// @param owner what an order without an object and a quantity without a thing are about: the
///     heading of running text; empty if that is not known
/// @param conditions that hold for all of it: the code of its row
record Statement(String text, PageRef page, String quote, String owner, List<String> conditions) {
    Statement {
        conditions = List.copyOf(conditions);
    }

    /// Text that stands by itself.
    static Statement of(String text, PageRef page, String heading) {
        return new Statement(text, page, "", heading, List.of());
    }
}
