/// What may be quoted in answer to a question.
///
/// In: a question as read, and its passages. Out: every [Match] of it: a sentence, a table row or
/// the steps of a section that is not out of the question, best first. Never knows: whether the
/// best is good enough.
@NullMarked
package dev.andon.knowledge.answer.candidate;

import org.jspecify.annotations.NullMarked;
