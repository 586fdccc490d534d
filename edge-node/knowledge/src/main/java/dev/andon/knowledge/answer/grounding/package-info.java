/// Decides of every sentence that somebody else worded whether the manual says the same, before it
/// may be shown or spoken.
///
/// In: a sentence, and the passages that it was made from. Out: a [Verdict]. Never knows: which
/// model worded the sentence.
@NullMarked
package dev.andon.knowledge.answer.grounding;

import org.jspecify.annotations.NullMarked;
