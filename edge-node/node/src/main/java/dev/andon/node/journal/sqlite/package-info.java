/// The journal's file: opening it, its tables of turns, and what happens when it is damaged or the
/// disk is full.
///
/// In: pieces of work of the tables that lie in it. Out: what they returned, once it is on the
/// disk. Never knows: what an incident is.
@NullMarked
package dev.andon.node.journal.sqlite;

import org.jspecify.annotations.NullMarked;
