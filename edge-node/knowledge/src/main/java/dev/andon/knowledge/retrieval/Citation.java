package dev.andon.knowledge.retrieval;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.PageRef;

/// Where an answer stands, and the words that it stands on.
///
/// @param manual the manual and its revision
/// @param page on which the quote stands
/// @param heading of its section
/// @param quote verbatim from the manual: a sentence, a step, or a table row with its header
public record Citation(Manual manual, PageRef page, String heading, String quote) {}
