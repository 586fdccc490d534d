/// A manual's procedures, read step by step: finding one by its title, the run of one on a machine,
/// and what may pass a step that protects people.
///
/// In: facts of the manuals, moves and words. Out: [Outcome]s, each on the disk before it is said.
/// Never knows: who speaks, how a command is heard, a language model.
@NullMarked
package dev.andon.node.procedure;

import org.jspecify.annotations.NullMarked;
