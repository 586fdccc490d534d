/// A question and its passages in, a [Reply] out.
///
/// The manual speaks: an answer is a sentence, steps or a table row of a passage, verbatim, with
/// its citation. A reply is an answer, a refusal or a clarification; a number that is not in the
/// manual is never in a reply.
///
/// The way: `Asked` (what is wanted), `RefusalRule` (do the passages support an answer),
/// `CandidateSentences` and `Ranking` (what may be quoted), `Choice` (one, or a question back),
/// `AnswerText` or `RefusalText` (the words). [QuoteAnswerer] goes it alone; [SelectAnswerer] lets
/// a [LanguageModel] make the choice.
///
/// Never knows: audio, sockets, which engine runs a [LanguageModel].
@NullMarked
package dev.andon.knowledge.answer;

import org.jspecify.annotations.NullMarked;
