/// Whether the manuals answer a question, and with what.
///
/// In: a question as read, and its passages. Out: a [Consideration] (refused, or the candidates
/// that are good enough) and among those a [Choice] (one, or a question back). Never knows: how a
/// reply is worded.
@NullMarked
package dev.andon.knowledge.answer.decision;

import org.jspecify.annotations.NullMarked;
