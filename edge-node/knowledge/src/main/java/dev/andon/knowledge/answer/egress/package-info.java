/// Decides what of the manuals may be sent to a language model that does not run on this box, and
/// writes down what is sent.
///
/// In: passages. Out: those that may leave, and a line in a file before anything does. Never knows:
/// who sends, and what is made of it.
@NullMarked
package dev.andon.knowledge.answer.egress;

import org.jspecify.annotations.NullMarked;
