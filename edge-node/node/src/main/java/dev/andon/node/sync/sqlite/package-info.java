/// The outbox in the journal's file.
///
/// In: facts, in the transaction of whatever they tell; the hub's words. Out: events by their
/// numbers. Never knows: who sends them, and what a fact means.
@NullMarked
package dev.andon.node.sync.sqlite;

import org.jspecify.annotations.NullMarked;
