/// A question and its passages in, a [Reply] out.
///
/// The manual speaks: an answer is a sentence, steps or a table row of a passage, verbatim, with
/// its citation. A reply is an answer, a refusal or a clarification; a number that is not in the
/// manual is never in a reply.
///
/// The way through the rooms: `words` makes text comparable, `question` reads what is wanted,
/// `evidence` measures what speaks for each section, `candidate` ranks what may be quoted,
/// `decision` refuses, answers or asks back, `speech` words that. [QuoteAnswerer] goes it alone;
/// [SelectAnswerer] lets a [LanguageModel] make the choice.
///
/// Never knows: audio, sockets, which engine runs a [LanguageModel].
@NullMarked
package dev.andon.knowledge.answer;

import org.jspecify.annotations.NullMarked;
