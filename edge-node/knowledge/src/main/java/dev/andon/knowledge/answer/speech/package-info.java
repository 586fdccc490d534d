/// How a decision is shown and said.
///
/// In: what answers, or what speaks against answering. Out: the text for the screen, and sentences
/// for the voice within its limit. Never knows: who chose what answers.
@NullMarked
package dev.andon.knowledge.answer.speech;

import org.jspecify.annotations.NullMarked;
