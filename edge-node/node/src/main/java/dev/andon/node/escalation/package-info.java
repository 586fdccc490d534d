/// The call for the expert, and what he says.
///
/// In: a question, with what is known of the incident that it is about; the words that the hub
/// brings. Out: a call that the hub is told of; a sentence that says that he has answered. Never
/// knows: who the expert is, how the hub reaches him, how a turn goes.
@NullMarked
package dev.andon.node.escalation;

import org.jspecify.annotations.NullMarked;
