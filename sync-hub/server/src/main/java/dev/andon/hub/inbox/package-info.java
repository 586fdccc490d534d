/// The expert's desk: who calls him, and what he answers.
///
/// In: calls that nodes reported, the words of an expert. Out: the calls with what became of each
/// answer; commands that bring the answers. Never knows: how it is shown, how a command travels.
@NullMarked
package dev.andon.hub.inbox;

import org.jspecify.annotations.NullMarked;
