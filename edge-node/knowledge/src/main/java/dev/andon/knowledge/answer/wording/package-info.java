/// Lets a language model word an answer, sentence by sentence, and lets none through that the
/// manual does not say.
///
/// In: a question, its passages, what was said before. Out: an `Answering`, whose sentences come
/// while the model still speaks. The way: [WordAnswerer] (what may be asked at all), [PromptBudget]
/// (what fits), [ModelSentences] (the model's sentences as they come), the grounding check,
/// [WordedAnswering] (what is spoken, and the quote where nothing is left).
///
/// Never knows: which engine runs the model, audio, sockets.
@NullMarked
package dev.andon.knowledge.answer.wording;

import org.jspecify.annotations.NullMarked;
