/// What a question asks for.
///
/// In: a question. Out: [Asked]: its words, its sizes and codes, the quantity and the form of
/// answer that are wanted. Never knows: what the manuals say to it.
@NullMarked
package dev.andon.knowledge.answer.question;

import org.jspecify.annotations.NullMarked;
