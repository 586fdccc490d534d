/// What speaks for each section that was found as the one that answers.
///
/// In: a question as read, and its passages. Out: a [Support] a section, its features measured and
/// weighed. Never knows: which piece of the section is quoted.
@NullMarked
package dev.andon.knowledge.answer.evidence;

import org.jspecify.annotations.NullMarked;
