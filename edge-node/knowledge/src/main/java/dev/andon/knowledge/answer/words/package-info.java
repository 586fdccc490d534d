/// The words of questions and manuals, made comparable.
///
/// In: text. Out: comparable words, sentences, and what contradicts what. Never knows: a question,
/// a passage.
@NullMarked
package dev.andon.knowledge.answer.words;

import org.jspecify.annotations.NullMarked;
